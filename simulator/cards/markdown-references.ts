// What markdown refers to: people it mentions, pictures it shows, addresses it links to.

export type MarkdownReferences = { people: string[]; images: string[]; links: string[] }

/** Reads the private tags and the links of markdown text; escaped characters make no tag. */
export function markdownReferences(content: string): MarkdownReferences {
  const people = [
    ...matches(content, /<at\s+ids?\s*=\s*["']?([^"'\s>]+)["']?/g).flatMap((ids) => ids.split(',')),
    ...matches(content, /<person\s+id\s*=\s*["']?([^"'\s>]+)["']?/g),
  ]
  const images = matches(content, /!\[[^\]]*\]\(([^)\s]*)[^)]*\)/g)
  const links = [
    ...matches(content, /(?<!!)\[[^\]]*\]\(([^)\s]*)[^)]*\)/g),
    ...matches(content, /<(?:link|number_tag|local_datetime)\s[^>]*?\b(?:url|link)\s*=\s*["']([^"']*)["']/g),
    ...matches(content, /<a\s[^>]*?href\s*=\s*["']?([^"'\s>]*)/g),
  ]
  return { people: people.filter((id) => id !== 'all'), images, links: links.filter((link) => link !== '') }
}

function matches(content: string, pattern: RegExp): string[] {
  return [...content.matchAll(pattern)].map((match) => match[1] ?? '')
}
