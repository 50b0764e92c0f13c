// The colours of charts by `color_theme`. The real palettes are not published; these keep neighbouring
// series apart for people who see colours badly, too. Card-only.

const PALETTES: Readonly<Record<string, readonly string[]>> = {
  brand: ['#3370ff', '#34c3c7', '#ffb940', '#8d55ed', '#f5729b', '#7ed321', '#5083fb', '#f77234'],
  rainbow: ['#f54a45', '#ff8800', '#ffc60a', '#34c724', '#3370ff', '#4752e6', '#a630a6'],
  complementary: ['#3370ff', '#ff8800', '#14c0ff', '#ffc60a', '#4752e6', '#f77234'],
  converse: ['#258832', '#e22e28', '#93af04', '#f3871b', '#0f8575', '#cc398c'],
  primary: ['#0442d2', '#336df4', '#7aa2ff', '#94b4ff', '#c2d4ff', '#e0e9ff'],
}

export function paletteOf(theme: string): readonly string[] {
  return PALETTES[theme] ?? PALETTES['brand'] ?? []
}
