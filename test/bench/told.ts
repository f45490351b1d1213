import type { Measured } from './measured'

const line = (name: string, ...figures: readonly [string, string, string]): string =>
  [name.padEnd(48), figures[0].padStart(8), figures[1].padStart(8), figures[2].padStart(6)].join(' ')

/** Tells measurements beside the bare client of a server, a line each as they come. */
export const head = line('events a second', 'ours', 'bare', 'ratio')

export const tell = ({ name, ours, bare, ratio }: Measured): void =>
  console.log(line(name, ours.toFixed(0), bare.toFixed(0), ratio.toFixed(2)))
