// How a unit is called on a card that is about a unit above it.

type Named = { readonly name: string; readonly kind: string }

/** 郑庄镇 and 县应急管理局 within 沁水县, 沁水县郑庄镇 and 市应急管理局 within 晋城市; the whole name of the unit itself. */
export function nameWithin(unit: Named, root: Named): string {
  if (!unit.name.startsWith(root.name) || unit.name.length === root.name.length) return unit.name
  const rest = unit.name.slice(root.name.length)
  return unit.kind === 'department' ? `${root.name.slice(-1)}${rest}` : rest
}
