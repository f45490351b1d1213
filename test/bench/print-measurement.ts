import type { Measurement } from './measure-side-by-side'

const formatLine = (name: string, ...figures: readonly [string, string, string]): string =>
  [name.padEnd(48), figures[0].padStart(8), figures[1].padStart(8), figures[2].padStart(6)].join(' ')

/** The header of measurements against the bare client of a server. */
export const measurementHeader = formatLine('events a second', 'ours', 'bare', 'ratio')

/** Prints one measurement as a line below the header. */
export const printMeasurement = ({ name, ours, bare, ratio }: Measurement): void =>
  console.log(formatLine(name, ours.toFixed(0), bare.toFixed(0), ratio.toFixed(2)))
