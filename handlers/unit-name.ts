// From what somebody typed for a unit to the unit: full names, aliases, 县应急局 as the sender means it.
// Handlers that take a unit by name ask here; a name that fits several is asked back, never guessed.
import type { Ctx, Unit } from '../bot/context.ts'
import { readSender } from '../bot/text/form/sender.ts'
import { type Gazetteer, matchPlaceAt } from '../bot/text/names/gazetteer.ts'
import type { Place } from '../bot/text/names/places.ts'
import { findUnits } from '../bot/text/names/units.ts'
import { nearest } from './nearest.ts'

/** `nearest`: at most three existing units whose names share characters with what was typed. */
export type NamedUnit =
  | { readonly found: 'one'; readonly unit: Unit }
  | { readonly found: 'several'; readonly units: readonly Unit[] }
  | { readonly found: 'none'; readonly nearest: readonly Unit[] }

const mostAsked = 5

/** What a name is looked up in; on the command line nobody has sent it. */
type Book = Pick<Ctx, 'store' | 'gazetteer' | 'sender'>

/**
 * The unit a whole text names. A name several units share means the one in the sender's county, if only one is there;
 * otherwise all of them are answered (at most five).
 */
export async function unitNamed(typed: string, ctx: Book): Promise<NamedUnit> {
  const name = typed.normalize('NFKC').replace(/\s+/g, '')
  const exact = await ctx.store.units.byName(name)
  if (exact !== undefined) return { found: 'one', unit: exact }
  const named = await unitsOf(ctx, placeNames(name, ctx))
  const county = senderOf(ctx).county
  const own = named.filter((unit) => county !== undefined && countyOf(unit, ctx) === county)
  const units = own.length === 1 ? own : named
  const [first, ...others] = units
  if (first === undefined) return { found: 'none', nearest: await nearestUnits(name, ctx) }
  return others.length === 0 ? { found: 'one', unit: first } : { found: 'several', units }
}

/** The first unit mentioned somewhere in a text, such as the name of a group; undefined when none is. */
export async function unitMentioned(text: string, ctx: Book): Promise<Unit | undefined> {
  const names = findUnits(text.normalize('NFKC'), ctx.gazetteer, senderOf(ctx)).map(({ name }) => name)
  return (await unitsOf(ctx, names))[0]
}

function placeNames(name: string, ctx: Book): readonly string[] {
  if (name.length < 2) return []
  const whole = matchPlaceAt(name, 0, ctx.gazetteer)
  if (whole !== undefined && whole.end >= name.length) return whole.places.map((place) => place.name)
  const [only] = findUnits(name, ctx.gazetteer, senderOf(ctx))
  // A name heard by its sound (郑装镇) is a guess, and what is named here gets rights or is judged: it is asked back.
  const isWritten = [...name].every((letter) => only?.name.includes(letter))
  const covers = only !== undefined && only.start === 0 && only.end === name.length && isWritten
  return covers ? (only.candidates ?? [only.name]) : []
}

function senderOf(ctx: Book): ReturnType<typeof readSender> {
  const binding = ctx.sender?.bindings[0]
  return readSender({ unit: binding?.unitName ?? null, role: binding?.role ?? null }, ctx.gazetteer)
}

async function unitsOf(ctx: Book, names: readonly string[]): Promise<readonly Unit[]> {
  const found: Unit[] = []
  for (const name of [...new Set(names)].slice(0, mostAsked)) {
    const unit = await ctx.store.units.byName(name)
    if (unit !== undefined) found.push(unit)
  }
  return found
}

function countyOf(unit: Unit, ctx: Book): string | undefined {
  return ctx.gazetteer.byName.get(unit.name)?.county
}

async function nearestUnits(name: string, ctx: Book): Promise<readonly Unit[]> {
  return unitsOf(
    ctx,
    nearest(name, namesOf(ctx.gazetteer), 3).map((place) => place.name),
  )
}

/** Every place with all its names; one pass over the book, only for names nobody knows. */
function namesOf(gazetteer: Gazetteer): Iterable<{ words: string[]; value: Place }> {
  const byPlace = new Map<Place, string[]>()
  for (const [alias, { places }] of gazetteer.byAlias) {
    for (const place of places) {
      const words = byPlace.get(place)
      if (words === undefined) byPlace.set(place, [alias])
      else words.push(alias)
    }
  }
  return [...byPlace].map(([value, words]) => ({ value, words }))
}
