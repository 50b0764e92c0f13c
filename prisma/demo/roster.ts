// The roster of the demo city: everybody with posts, qualifications and certificates, as it was imported
// before the eight weeks of history begin. Imported by prisma/demo only.
import type { LocalDate } from '../../policy/calendar.ts'
import type { Naming } from './names.ts'
import type { Draw } from './random.ts'

export type DemoPost = {
  readonly unitId: string
  readonly roleCode: string
  readonly title: string
  readonly department?: string
  readonly postKind: 'enforcement' | 'administrative' | 'public' | 'auxiliary'
  readonly fullTime: boolean
  readonly from: LocalDate
  readonly to?: LocalDate
  readonly lent?: { readonly to: string; readonly from: LocalDate }
}

export type DemoCertificate = {
  readonly kind: 'enforcementCertificate' | 'safetyEngineer'
  readonly number: string
  readonly issueDate: LocalDate
  readonly expiryDate?: LocalDate
}

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly post: DemoPost
  readonly qualifications: readonly { readonly kind: string; readonly value: string }[]
  readonly certificates: readonly DemoCertificate[]
}

type NewPerson = {
  readonly name?: string
  readonly post: Omit<DemoPost, 'postKind' | 'fullTime'> & Partial<Pick<DemoPost, 'postKind' | 'fullTime'>>
  readonly qualifications?: Readonly<Record<string, string>>
  readonly certificates?: readonly DemoCertificate[]
}

/** What the builders of the roster share: the day it is built for, the draws, and where people are added. */
export type Cast = {
  readonly today: LocalDate
  readonly draw: Draw
  readonly people: readonly DemoPerson[]
  add(person: NewPerson): DemoPerson
}

/** An empty roster; people are numbered in the order in which they are added. */
export function makeCast(today: LocalDate, draw: Draw, naming: Naming): Cast {
  const people: DemoPerson[] = []
  return {
    today,
    draw,
    people,
    add({ name, post, qualifications = {}, certificates = [] }) {
      const person: DemoPerson = {
        id: `demo-${String(people.length + 1).padStart(4, '0')}`,
        name: name ?? naming.name(),
        phone: naming.phone(),
        post: { postKind: 'public', fullTime: true, ...post },
        qualifications: Object.entries(qualifications).map(([kind, value]) => ({ kind, value })),
        certificates,
      }
      people.push(person)
      return person
    },
  }
}
