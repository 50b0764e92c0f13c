// What the rules know about one unit. A store fills it with a few queries; every row keeps its own effective dates,
// so the same facts answer for any day. Undefined means nobody has said; false and null mean somebody said no.
// Row ids are unique over all tables ('post:12').

import type { LocalDate } from './calendar.ts'

/** `zone`: the development zone, addressed like a county. */
export type UnitKind = 'city' | 'county' | 'zone' | 'township' | 'village' | 'department' | 'enterprise'

/** Flags are those of the unit's own record: the city keeps the lists, the document has none (key sectors, classes). */
export type UnitProfile = {
  readonly id: string
  readonly kind: UnitKind
  /** 负有安全监管职责的部门. */
  readonly safetyDuty?: boolean
  /** 重点行业领域监管部门. */
  readonly keySector?: boolean
  readonly emergencyBureau?: boolean
  /** Houses the 安委办, is the finance or the organisation department. */
  readonly offices?: readonly ('safetyCommitteeOffice' | 'finance' | 'organisation')[]
  readonly highRisk?: boolean
  /** Class of the township by risk; the target of A05-5 follows it. Without one the class is C. */
  readonly townshipClass?: 'A' | 'B' | 'C'
  /** Enforcement power delegated to the township. */
  readonly delegatedEnforcement?: boolean
}

/** Both days belong to it, as in every range here. Someone whose retirement takes effect on the 1st has `to` the day before. */
export type Span = { readonly from: LocalDate; readonly to?: LocalDate }

export type RoleCode =
  | 'leader'
  | 'enforcementOfficer'
  | 'safetyStaff'
  | 'townshipStaff'
  | 'villageCadre'
  | 'gridMember'
  | 'enterpriseSafetyManager'
  | 'expert'
  | 'other'

/** `enforcement` posts are the 监管执法人员编制 that nobody may divert. */
export type PostKind = 'enforcement' | 'administrative' | 'institution' | 'auxiliary' | 'other'

/** At the borrowing unit the person has `roleCode`, or the role of the post when it is not given. */
export type Secondment = Span & { readonly toUnitId: string; readonly roleCode?: RoleCode }

/** Posts of this unit, and posts elsewhere whose holder was lent to this unit. */
export type PostFacts = Span & {
  readonly rowId: string
  readonly personId: string
  /** The unit that owns the post. */
  readonly unitId: string
  readonly roleCode: RoleCode
  /** Nobody said: an officer's post is an enforcement post, any other is not. */
  readonly postKind?: PostKind
  /** Nobody said: full time, since part time is what gets said. Decision 0102. */
  readonly fullTime?: boolean
  /** What the holder of an enforcement post really does, when somebody has said so. */
  readonly actualDuty?: 'enforcement' | 'other'
  readonly secondments: readonly Secondment[]
  readonly leaves: readonly Span[]
}

/** Valid through `expiresOn`, that day included. A day nobody told bounds nothing; one of the two is known. */
export type CertificateFacts = {
  readonly rowId: string
  readonly kind: 'enforcement' | 'other'
  readonly issuedOn?: LocalDate
  readonly expiresOn?: LocalDate
}

/** A professional qualification by its Chinese name (注册安全工程师); article 6 says which count. */
export type QualificationFacts = { readonly rowId: string; readonly name: string; readonly since?: LocalDate }

export type TrainingType =
  | 'rotation'
  | 'initialQualification'
  | 'continuing'
  | 'special'
  | 'lecture'
  | 'online'
  | 'leader'
  | 'warningEducation'
  | 'villageCadre'
  | 'gridMember'
  | 'enterpriseRetraining'
  | 'specialOperationReview'
  | 'other'

/** One person at one finished training; both days belong to it. `absentDays` is what this person missed of it. */
export type TrainingFacts = {
  readonly rowId: string
  readonly type: TrainingType
  readonly startDate: LocalDate
  readonly endDate: LocalDate
  /** Training days without rest days, of the whole course. */
  readonly days?: number
  readonly hours?: number
  /** The part of `hours` taken online. */
  readonly onlineHours?: number
  readonly absentDays?: number
  readonly passed?: boolean
}

export type PersonFacts = {
  readonly id: string
  /** Entry into enforcement work; without it the first day of the earliest officer post known here. */
  readonly joinedOn?: LocalDate
  /** A03-3: professional background in emergency management. */
  readonly emergencyBackground?: boolean
  /** A06-5: degree in emergency management or work safety. */
  readonly relevantMajor?: boolean
  /** Start of emergency or safety work; null when there is none. From "5 years" on a day: that day minus 60 months. */
  readonly experienceSince?: LocalDate | null
  readonly certificates: readonly CertificateFacts[]
  readonly qualifications: readonly QualificationFacts[]
  readonly trainings: readonly TrainingFacts[]
  /** Entry examinations (凡进必考), if recorded apart from the qualification training. */
  readonly entryExams?: readonly {
    readonly rowId: string
    readonly on: LocalDate
    readonly passed: boolean
  }[]
}

/** A05-4. `fullTime` false: the township said that it has none, or only one of part-timers. */
export type OrganisationFacts = Span & {
  readonly rowId: string
  readonly fullTime: boolean
  readonly documentNo?: string
  readonly headPersonId?: string
}

/** A05-7. A village below a township with its cadres responsible for emergency work. */
export type VillageFacts = {
  readonly unitId: string
  readonly cadres: readonly (Span & { readonly rowId: string; readonly personId: string })[]
  /** Last day on which anybody confirmed or changed the cadre. */
  readonly confirmedOn?: LocalDate
}

/** A12-4. A tip in the hands of this unit; withdrawn tips and duplicates are left out. */
export type TipFacts = {
  readonly rowId: string
  readonly receivedOn: LocalDate
  readonly receiptedOn?: LocalDate
  readonly decision?: { readonly on: LocalDate; readonly outcome: 'accepted' | 'refused' | 'transferred' }
  /** Counts when granted by the day the tip was due. */
  readonly extension?: { readonly grantedOn: LocalDate; readonly days: number }
  readonly closedOn?: LocalDate
}

/** One enforcement act by one officer (inspection, order, penalty). */
type ActFacts = { readonly rowId: string; readonly personId: string; readonly on: LocalDate }

/** An approved exception; counts for duties that hold in principle only. `to` is its last day. */
type ExceptionFacts = Span & { readonly rowId: string; readonly obligation: string }

export type UnitFacts = {
  readonly unit: UnitProfile
  readonly posts: readonly PostFacts[]
  /** Everybody who holds one of the posts or did one of the acts, by id. */
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly organisations: readonly OrganisationFacts[]
  readonly villages: readonly VillageFacts[]
  readonly tips: readonly TipFacts[]
  readonly acts: readonly ActFacts[]
  readonly exceptions: readonly ExceptionFacts[]
  /** Day of the last staffing, training or nil report (零报告) known; null when the unit never reported. */
  readonly lastReportOn: LocalDate | null
  readonly isWorkingDay: (day: LocalDate) => boolean
}
