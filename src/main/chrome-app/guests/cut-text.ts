/** Characters of a text that a page is told. */
const maxText = 8192

/** What a guest says may be as long as it likes. */
export const cutText = (text: string): string => text.slice(0, maxText)
