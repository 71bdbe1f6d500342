import type { StepsFile } from '../driver/apps/app-steps.ts'

/** One of a country; one that is written from right to left. */
const languages = ['es_419', 'he']

export const locales: StepsFile = Object.fromEntries(
  languages.map((language) => [
    `texts for a user of ${language}`,
    async (app) => {
      await app.start(language)
      await app.run('texts')
    },
  ]),
)
