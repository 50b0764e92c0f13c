/** The Monday card: conclusion, key figures, trend, ranking, worst units, buttons. */
import {
  bold,
  button,
  buttonRow,
  type Card,
  card,
  colour,
  kpis,
  md,
  note,
  rankingChart,
  text,
  trendChart,
} from '../../bot/cards/index.ts'

const WEEKS = ['06-22', '06-29', '07-06', '07-13']
const RATES = [97.8, 95.1, 93.7, 91.3]

export function weekly(typed: string): Card {
  return card({
    title: '安监力量达标周报',
    subtitle: '2026-07-13 至 2026-07-19',
    icon: 'calendar_colorful',
    state: 'waiting',
    stateText: '需关注',
    summary: '达标率91.3%，3个乡镇需关注',
    width: 'fill',
    elements: [
      text(md`84个单位中 ${bold('77')} 个达标，较上周${colour('red', '下降2.4个百分点')}，主要在 ${typed}。`),
      kpis([
        { value: '91.3%', label: '达标率', tone: 'warn', hint: '较上周 -2.4' },
        { value: '77', label: '达标单位', tone: 'good', hint: '较上周 -2' },
        { value: '7', label: typed, tone: 'bad', hint: '较上周 +2' },
      ]),
      trendChart({
        title: '近四周达标率',
        unit: '%',
        points: WEEKS.map((x, week) => ({ x, y: RATES[week] ?? 0 })),
      }),
      rankingChart({
        title: '各县（市、区）达标率',
        unit: '%',
        bars: [
          { name: '高平市', value: 100, state: { text: '达标', tone: 'plain' } },
          { name: '阳城县', value: 94.1, state: { text: '需关注', tone: 'warn' } },
          { name: typed, value: 71.4, state: { text: '不达标', tone: 'bad' } },
        ],
      }),
      buttonRow([
        button({ text: '查看名单', act: { act: 'weekly.list', week: '2026-W29' }, style: 'primary' }),
        button({ text: '下载Word', act: { act: 'weekly.word', week: '2026-W29' }, style: 'default' }),
        button({ text: '下载Excel', act: { act: 'weekly.excel', week: '2026-W29' }, style: 'default' }),
      ]),
      note(md`口径：第五条，按周日在岗人数。来源：${typed} · 2026-07-20 09:00`),
    ],
  })
}
