import type { DemoExamples } from '../../imports/demo/demo-examples'
import { demoTokensToShellExports } from './demo-tokens-page'
import type { DemoToken } from './token-verification'

const copiesHeading = ({ copyOnLoan }: DemoExamples): string =>
  copyOnLoan === undefined
    ? 'One copy whose first loans are forgotten:'
    : 'One copy whose first loans are forgotten, and one on loan now:'

/** The text printed when the service is up: pages to open, demo tokens, and commands to try first. */
export const startupMessage = (
  url: string,
  demoTokens: ReadonlyArray<DemoToken>,
  demoLibrary: DemoExamples | undefined,
): string =>
  [
    `Glemsom is up, on ${url}`,
    '',
    `  Pages                 ${url}/`,
    `  Try the interface     ${url}/docs`,
    `  Health                ${url}/health`,
    ...(demoTokens.length === 0
      ? []
      : [
          '',
          `Tokens of demo users, valid for a day. In a shell: eval "$(curl -s ${url}/demo/tokens)", or paste these lines:`,
          '',
          demoTokensToShellExports(demoTokens).trimEnd(),
        ]),
    ...(demoLibrary === undefined
      ? []
      : [
          '',
          `This folder holds a demo library. ${copiesHeading(demoLibrary)}`,
          '',
          ...[
            demoLibrary.copyWithErasedLoan,
            ...(demoLibrary.copyOnLoan === undefined ? [] : [demoLibrary.copyOnLoan]),
          ].map((copy) => `  npm run --silent glemsom -- show copy-${copy}`),
        ]),
    '',
    'Stop with Ctrl-C.',
    '',
  ].join('\n')
