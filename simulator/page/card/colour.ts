// Feishu's colour names as CSS: every name is a variable of style/colours.css. Card-only.

const HUES =
  'blue|wathet|turquoise|green|lime|yellow|sunflower|orange|red|carmine|violet|purple|indigo|grey|neutral'
const NAME = new RegExp(`^(${HUES})(?:-(00|50|100|200|300|350|400|500|600|650|700|800|900|950|1000))?$`)
const RGBA = /^rgba?\(\s*\d{1,3}(?:\s*,\s*[\d.]{1,5}%?){2,3}\s*\)$/

/** names of the card's own `config.style.color` → rgba string for light mode */
export type OwnColours = Readonly<Record<string, string>>

/** A CSS colour, or undefined when the name says nothing (default) or is not known. A bare hue is shade 600. */
export function colourOf(name: string, own: OwnColours = {}): string | undefined {
  if (name === 'white' || name === 'bg-white') return '#fff'
  if (name === 'light_grey') return 'var(--grey-400)'
  const wanted = own[name] ?? name
  if (RGBA.test(wanted)) return wanted
  const [, hue, shade = '600'] = NAME.exec(wanted) ?? []
  if (hue === undefined) return undefined
  return `var(--${hue === 'neutral' ? 'grey' : hue}-${shade})`
}

/** The hue of a tag or header template; one that is not known is the platform's default for it. */
export function hueOf(name: string, absent: string): string {
  const [, hue] = NAME.exec(name) ?? []
  if (hue === undefined) return absent
  return hue === 'neutral' ? 'grey' : hue
}
