/** The parser of scripts. Nothing else knows which one it is. */
import { parseSync, rawTransferSupported } from 'oxc-parser'

const raw = rawTransferSupported()

/** The tree of a text, and what was wrong with it; never throws. */
export const parseText = (file: string, text: string, lang: 'js' | 'jsx' | 'ts' | 'tsx') => {
  const options = {
    sourceType: 'unambiguous' as const,
    lang,
    preserveParens: false,
    ...(raw && text.length > 200 ? { experimentalRawTransfer: true } : {}),
  }
  const parsed = parseSync(file, text, options)
  return { program: parsed.program, errors: parsed.errors }
}

/**
 * Has the parser set its table. It hands trees over in a buffer of some gigabytes of addresses, hardly any of them memory; V8
 * collects all garbage when it sees that. While there is little to look through, that costs nothing.
 */
export const readyParser = (): void => {
  parseText('ready.js', 'ready();'.repeat(40), 'js')
}
