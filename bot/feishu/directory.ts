// Who is who: the bot itself, people, members of a group, granted scopes. For client.ts only.
import { FeishuError } from '../errors.ts'
import type { Call } from './call.ts'
import { failed } from './failures.ts'
import { allPages } from './pages.ts'

export type Directory = {
  /** The bot's own open_id is needed to know when it is mentioned. `activated` is false while it is switched off. */
  bot(): Promise<{ openId: string; name: string; activated: boolean }>
  /** As the platform writes it, such as `+8613800000000`; undefined when this app may not see the person or phone. */
  mobileOf(openId: string): Promise<string | undefined>
  /** Undefined when this app may not see the person. */
  userName(openId: string): Promise<string | undefined>
  /** People of a group the bot is in; the platform never lists bots. */
  membersOf(chatId: string): Promise<{ openId: string; name: string }[]>
  /** Names of the scopes the tenant granted, such as `im:message`. */
  grantedScopes(): Promise<string[]>
}

type BotInfo = { bot?: { activate_status?: number; app_name?: string; open_id?: string } }

const enabled = 2
const granted = 1
/** Groups hold at most 5,000 people, 100 on a page. */
const mostPages = 50

export function makeDirectory(call: Call): Directory {
  return {
    async bot() {
      // Not among the SDK's generated calls; the answer has `bot` where others have `data`.
      const { bot } = await call('bot.info', (sdk) =>
        sdk.request<BotInfo>({ method: 'GET', url: '/open-apis/bot/v3/info' }),
      )
      if (!bot?.open_id) throw failed('bot.info', 'server', 0)
      return { openId: bot.open_id, name: bot.app_name ?? '', activated: bot.activate_status === enabled }
    },
    mobileOf: async (openId) => (await userOf(call, openId))?.mobile || undefined,
    userName: async (openId) => (await userOf(call, openId))?.name || undefined,
    membersOf: (chatId) => membersOf(call, chatId),
    async grantedScopes() {
      const { data } = await call('scopes.list', (sdk) => sdk.application.v6.scope.list())
      return (data?.scopes ?? []).flatMap((scope) =>
        scope.grant_status === granted && scope.scope_name ? [scope.scope_name] : [],
      )
    },
  }
}

async function userOf(
  call: Call,
  openId: string,
): Promise<{ name?: string | undefined; mobile?: string | undefined } | undefined> {
  try {
    const answer = await call('user.get', (sdk) =>
      sdk.contact.v3.user.get({
        path: { user_id: encodeURIComponent(openId) },
        params: { user_id_type: 'open_id' },
      }),
    )
    return answer.data?.user
  } catch (error) {
    // Whom an app may read and who may use it are two ranges; not seeing somebody is an answer, not a failure.
    if (error instanceof FeishuError && error.code === 'feishu.unreachable_user') return undefined
    throw error
  }
}

async function membersOf(call: Call, chatId: string): Promise<{ openId: string; name: string }[]> {
  const path = { chat_id: encodeURIComponent(chatId) }
  const items = await allPages(mostPages, (next) =>
    call('members.get', (sdk) =>
      sdk.im.v1.chatMembers.get({ path, params: { member_id_type: 'open_id', page_size: 100, ...next } }),
    ),
  )
  return items.flatMap((item) => (item.member_id ? [{ openId: item.member_id, name: item.name ?? '' }] : []))
}
