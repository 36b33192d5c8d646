/** Flags as every command reads them; what is not known is said in words. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Told } from './words.ts'

const COMMON = { data: { type: 'string' }, database: { type: 'string' }, lang: { type: 'string' } } as const
export const flagsOf = <T extends ParseArgsOptionsConfig>(argv: readonly string[], options: T, positionals = false) => {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...COMMON, ...options },
      allowPositionals: positionals,
      allowNegative: true,
      strict: true,
    })
  } catch (error) {
    const message = (error as Error).message.split('. ')[0] ?? ''
    throw new Told({ zh: `参数有误：${message}（--help 查看用法）`, en: `${message} (see --help)` })
  }
}
export const wholeOf = (text: string | undefined, otherwise: number, name: string, least: number, most: number): number => {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new Told({ zh: `${name} 应是 ${least} 到 ${most} 的整数`, en: `${name} takes a whole number from ${least} to ${most}` })
}
