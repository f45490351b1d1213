/** An amount as it was written in kroner, such as `20` or `20,50`, in øre. What is no amount stays as it is, and is refused. */
export const oreOfText = (text: string | undefined): number | string => {
  const written = (text ?? '').trim()
  const [, kroner, ore = ''] = /^([0-9]{1,7})(?:[.,]([0-9]{1,2}))?$/.exec(written) ?? []
  return kroner === undefined ? written : Number(kroner) * 100 + Number(ore.padEnd(2, '0'))
}
