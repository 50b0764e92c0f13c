// Values that many components share: sizes, spacings, alignments, ids. Used by the component schemas.

import { z } from 'zod'

const px = (text: string, min: number, max: number): boolean => {
  const number = /^(-?\d{1,3})px$/.exec(text)?.[1]
  return number !== undefined && Number(number) >= min && Number(number) <= max
}

const sides = (min: number, max: number) => (text: string) => {
  const parts = text.split(' ')
  const few = parts.length === 1 || parts.length === 2 || parts.length === 4
  return few && parts.every((part) => part === '0' || px(part, min, max))
}

/** One, two or four values, −99 to 99 px. */
const margin = z.string().refine(sides(-99, 99), 'must be 1, 2 or 4 values of -99px to 99px')
/** One, two or four values, 0 to 99 px. */
export const padding = z.string().refine(sides(0, 99), 'must be 1, 2 or 4 values of 0px to 99px')

const spacingNames = ['small', 'medium', 'large', 'extra_large']
export const spacing = z
  .string()
  .refine((text) => spacingNames.includes(text) || px(text, 0, 99), 'must be a spacing name or 0px to 99px')

/** `auto`, `fill` … or a number of px between the bounds. */
export function sizeOf(names: readonly string[], min: number, max: number) {
  return z
    .string()
    .refine(
      (text) => names.includes(text) || px(text, min, max),
      `must be ${names.join(', ')} or ${min}px to ${max}px`,
    )
}

export const cornerRadius = z.string().regex(/^(\d+px|(\d{1,2}|100)%)$/, 'must be px or 0% to 100%')

/** Fields every component has. */
export const common = {
  element_id: z
    .string()
    .regex(/^[A-Za-z]\w{0,19}$/, 'must begin with a letter, then letters, digits or _, at most 20')
    .optional(),
  margin: margin.optional(),
}

export const horizontalAlign = z.enum(['left', 'center', 'right'])
export const verticalAlign = z.enum(['top', 'center', 'bottom'])

/** How a container arranges its elements. */
export const layout = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  horizontal_spacing: spacing.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_align: horizontalAlign.optional(),
  vertical_align: verticalAlign.optional(),
  padding: padding.optional(),
}

/** Children are looked at one by one elsewhere. */
export const elements = z.array(z.looseObject({ tag: z.string() }))
