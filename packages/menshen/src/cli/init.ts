/** `menshen init`: a configuration, and a template of what is typed into the platform's console. Never writes over anything. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FILE } from '../check/config.ts'
import type { Lang } from '../check/types.ts'
import { LISTING_FILE } from '../evidence/listing.ts'
import { shown } from '../evidence/shape.ts'
import { EXIT, Failure } from './failure.ts'
import { openProgram } from './program.ts'

const SCHEMAS = './node_modules/menshen/data/schema'

const configFor = (root: string): string =>
  `${JSON.stringify({ $schema: `${SCHEMAS}/menshen.schema.json`, ...(root === '' ? {} : { root }), failOn: 'violation', rules: {}, setAside: [] }, null, 2)}\n`

// Everything is commented out: what is not filled in must not be reviewed as if it were.
const LISTING: Readonly<Record<Lang, string>> = {
  zh: `{
  // 提审时在平台后台填写的信息。填好一项就去掉它前面的 //，没有写的项不会被审查。
  // "name": "小程序名称",
  // "intro": "简介：说明提供什么服务",
  // "description": "主要功能",
  // "categories": ["商家自营/食品"],
  // "tags": [],
  // "contact": { "email": "", "phone": "", "url": "" },
  // "adminId": "管理员微信号或抖音号",
  // "entity": { "kind": "company", "name": "主体名称" },
  // "qualifications": [{ "kind": "食品经营许可证", "number": "", "validUntil": "2030-01-01", "for": "商家自营/食品" }],
  // "privacy": [{ "item": "位置信息", "purpose": "查找附近门店" }],
  // "changelog": "版本说明",
  // "testAccount": { "username": "", "password": "" },
  // "domains": ["https://api.example.com"],
  // "nearby": { "enabled": false, "places": [] },
  // "icon": "icon.png",
  // "screenshots": []
}
`,
  en: `{
  // What is typed into the platform's console. Take the // off each line that you fill in; what is left out is not reviewed.
  // "name": "name of the mini program",
  // "intro": "the introduction: which service it offers",
  // "description": "main functions",
  // "categories": ["商家自营/食品"],
  // "tags": [],
  // "contact": { "email": "", "phone": "", "url": "" },
  // "adminId": "the administrator's account",
  // "entity": { "kind": "company", "name": "" },
  // "qualifications": [{ "kind": "食品经营许可证", "number": "", "validUntil": "2030-01-01", "for": "商家自营/食品" }],
  // "privacy": [{ "item": "位置信息", "purpose": "查找附近门店" }],
  // "changelog": "the release note",
  // "testAccount": { "username": "", "password": "" },
  // "domains": ["https://api.example.com"],
  // "nearby": { "enabled": false, "places": [] },
  // "icon": "icon.png",
  // "screenshots": []
}
`,
}

export const initCommand = async (path: string, lang: Lang): Promise<number> => {
  const { program, files } = await openProgram(path, {})
  if (files.origin !== 'folder') throw new Failure({ zh: `${shown(path)} 不是文件夹`, en: `${shown(path)} is not a folder` })
  const wanted = [
    { file: join(path, CONFIG_FILE), text: configFor(program.root) },
    { file: join(path, program.root, LISTING_FILE), text: LISTING[lang] },
  ]
  for (const { file, text } of wanted) {
    const kept = existsSync(file)
    // 'wx' refuses a file that has come about since, too.
    if (!kept) writeFileSync(file, text, { flag: 'wx' })
    const word = kept ? (lang === 'zh' ? '已有，未改动' : 'there already, left alone') : lang === 'zh' ? '已写入' : 'written'
    process.stdout.write(`${file}  ${word}\n`)
  }
  process.stdout.write(
    lang === 'zh'
      ? `\n这两个文件不属于小程序：请在 project.config.json 的 packOptions.ignore 里排除 ${LISTING_FILE}，以免测试账号被打进包里。\n接下来：填好 ${LISTING_FILE}，再运行 menshen check ${shown(path)}\n`
      : `\nThese files are not part of the program: leave ${LISTING_FILE} out by packOptions.ignore in project.config.json, so that the test account is not packed.\nNext: fill in ${LISTING_FILE}, then run menshen check ${shown(path)}\n`,
  )
  return EXIT.clear
}
