// What is asked of the optional language model and what it answered. Part of context.ts.

/** What a question to the language model is about: what a draft lacks, or a message that the rules did not understand. */
export type AskedAbout =
  | { of: 'draft'; reportId: number /** of the draft when it was asked */; revision: number }
  | { of: 'message'; text: string }

/**
 * A question to the optional language model. `holds`: what the text may hold; what is not surely a plain report is
 * never asked about outside this host. Dropped when no model is configured.
 */
export type Question = {
  openId: string
  about: AskedAbout
  text: string
  holds: 'report' | 'maybeTip'
}

/** What the model answered: untrusted text, to be shown and never to be saved without a tap. */
export type Advice = {
  kind: 'advice'
  openId: string
  about: AskedAbout
  answer: string
}
