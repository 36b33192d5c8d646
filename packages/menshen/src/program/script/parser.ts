/** The parser of scripts. Nothing else knows which one it is. */
import { parseSync, rawTransferSupported } from 'oxc-parser'

/**
 * The parser hands over trees in two ways. The quick one goes through a buffer of some gigabytes of addresses, hardly any of them
 * memory; V8 collects all garbage when it sees that. Few texts are not worth it: they are handed over as JSON.
 */
const FEW = 100_000
let ready = false
let plain = 0

const quickly = (length: number): boolean => {
  if (length <= 200) return false
  if (!ready) ready = (plain += length) > FEW
  return ready && rawTransferSupported()
}

/** The tree of a text, and what was wrong with it; never throws. */
export const parseText = (file: string, text: string, lang: 'js' | 'jsx' | 'ts' | 'tsx') => {
  const options = {
    sourceType: 'unambiguous' as const,
    lang,
    preserveParens: false,
    ...(quickly(text.length) ? { experimentalRawTransfer: true } : {}),
  }
  const parsed = parseSync(file, text, options)
  return { program: parsed.program, errors: parsed.errors }
}

/** For whoever has many texts: has the parser set its table while there is little garbage to look through. */
export const readyParser = (): void => {
  if (ready) return
  ready = true
  parseText('ready.js', 'ready();'.repeat(40), 'js')
}
