/** The commands of the review platform, which is a package of its own: found when it is installed, and named when it is not. */
import type { Lang, Text } from '../check/types.ts'
import { EXIT, Failure } from './failure.ts'

/** Their names; bin/menshen.js knows them too, for what works for days is tuned otherwise than what ends in a second. */
export const PLATFORM_COMMANDS: readonly string[] = ['serve', 'worker', 'submit', 'audit', 'backup', 'restore', 'platform']

interface PlatformPackage {
  readonly runPlatform: (name: string, argv: readonly string[], lang: Lang) => Promise<number>
}
const ABSENT: Text = {
  zh: '这个命令属于审核平台，还没有安装：npm install menshen-platform（在源码仓库里先运行 npm run build）',
  en: 'this command belongs to the review platform, which is not installed: npm install menshen-platform (in the repository, npm run build first)',
}

/** Runs a command of the platform. */
export const platformCommand = async (
  name: string,
  argv: readonly string[],
  lang: Lang,
  load: () => Promise<unknown> = () => import('menshen-platform' as string),
): Promise<number> => {
  let platform: PlatformPackage
  try {
    platform = (await load()) as PlatformPackage
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    if (code === 'ERR_MODULE_NOT_FOUND' && /menshen-platform|platform[\\/]dist[\\/]index\.js/.test(message ?? ''))
      throw new Failure(ABSENT, EXIT.unfinished)
    throw error
  }
  return platform.runPlatform(name, argv, lang)
}
