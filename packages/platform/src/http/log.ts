/** Structured logs. No body, no cookie, no token, no address in the clear. */
import { type DestinationStream, type Logger, pino } from 'pino'

/** What is no level counts as the usual one. */
const levelOf = (named: string | undefined): string => (['info', 'warn', 'error', 'silent'].includes(named ?? '') ? named! : 'info')

export const openLog = (level = levelOf(process.env['MENSHEN_LOG']), to?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: { name: 'menshen-http' },
      redact: {
        paths: [
          'password',
          'token',
          'cookie',
          'authorization',
          'email',
          'secret',
          '*.password',
          '*.token',
          '*.cookie',
          '*.authorization',
          '*.email',
          '*.secret',
        ],
        censor: '***',
      },
      serializers: {
        error: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: error.message.slice(0, 500), stack: error.stack?.split('\n').slice(0, 12).join('\n') }
            : String(error),
      },
    },
    to ?? pino.destination(2),
  )
