// The demo city as the local Feishu wants it: people and groups for POST /sim/world. The shape is copied from
// there, because nothing of the bot may import the simulator.
import type { DemoCity } from './city.ts'

export type DemoWorld = {
  readonly bot: {
    readonly name: string
    readonly menu: readonly { readonly name: string; readonly eventKey: string }[]
  }
  readonly users: readonly {
    readonly openId: string
    readonly name: string
    readonly title: string
    readonly colour: string
    readonly mobile: string
  }[]
  readonly groups: readonly {
    readonly chatId: string
    readonly name: string
    readonly memberOpenIds: readonly string[]
    readonly hasBot: boolean
  }[]
}

/** The bot menu beside the input box; the keys are those that handlers answer. */
const menu = [
  { name: '报人员变动', eventKey: 'report:staffing' },
  { name: '登记培训', eventKey: 'report:training' },
  { name: '登记证件', eventKey: 'report:certificate' },
  { name: '报机构', eventKey: 'report:organisation' },
  { name: '报隐患', eventKey: 'report:hazard' },
  { name: '我的上报', eventKey: 'mine' },
  { name: '达标情况', eventKey: 'standing' },
  { name: '帮助', eventKey: 'help' },
] as const

/** The JSON body of POST /sim/world. */
export function demoWorld(demo: Pick<DemoCity, 'members' | 'groups'>): DemoWorld {
  return {
    bot: { name: '安监通', menu },
    users: demo.members.map(({ openId, name, title, colour, mobile }) => ({
      openId,
      name,
      title,
      colour,
      mobile,
    })),
    groups: demo.groups.map(({ chatId, name, memberOpenIds }) => ({
      chatId,
      name,
      memberOpenIds,
      hasBot: true,
    })),
  }
}
