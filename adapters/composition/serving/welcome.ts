import type { Demo } from '../../imports/demo/what-to-look-at'
import { asExports } from './demo-tokens-page'
import type { DemoToken } from './tokens-from'

const twoCopies = ({ remembered }: Demo): string =>
  remembered === undefined
    ? 'One copy whose first loans are forgotten:'
    : 'One copy whose first loans are forgotten, and one on loan now:'

/** What a newcomer reads once the library is up: what to open, whom to be, and what to look at first. */
export const welcome = (url: string, demo: ReadonlyArray<DemoToken>, made: Demo | undefined): string =>
  [
    `Glemsom is up, on ${url}`,
    '',
    `  Try it on a page      ${url}/docs`,
    `  Is it well?           ${url}/health`,
    ...(demo.length === 0
      ? []
      : [
          '',
          `Demo users, good for a day. In a shell: eval "$(curl -s ${url}/demo/tokens)", or paste these lines:`,
          '',
          asExports(demo).trimEnd(),
        ]),
    ...(made === undefined
      ? []
      : [
          '',
          `A demo library stands here. ${twoCopies(made)}`,
          '',
          ...[made.forgotten, ...(made.remembered === undefined ? [] : [made.remembered])].map(
            (copy) => `  npm run --silent glemsom -- show copy-${copy}`,
          ),
        ]),
    '',
    'Stop with Ctrl-C.',
    '',
  ].join('\n')
