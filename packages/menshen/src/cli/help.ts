/** What `--help` and wrong command lines say, in both languages. */

import type { Lang, Text } from '../check/types.ts'
import { nearest, shown } from '../evidence/shape.ts'
import { EXIT, Failure } from './failure.ts'

const TITLES = {
  zh: { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' },
  en: {},
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>

export const words = (lang: Lang): { readonly titles: Readonly<Record<string, string>>; readonly help: string } => ({
  titles: TITLES[lang],
  help: lang === 'zh' ? '显示帮助' : 'show help',
})

export const HELP = {
  zh: {
    menshen: '门神：在平台审核之前，先按平台规则审查微信、抖音小程序。',
    menshenAfter: `例子：
  menshen check                         审查当前文件夹里的小程序
  menshen check dist.zip --lang zh      审查一个 zip 包
  menshen check app -o report.html      把报告写成一个网页文件
  menshen explain wx-op/5.1.2           这条条款要求什么
  menshen init                          写一份配置和提审信息模板

审核平台（需要安装 menshen-platform；各命令加 --help 查看用法）：
  menshen serve                         启动平台：数据库、网站、后台任务
  menshen worker                        在另一个进程或另一台机器上处理后台任务
  menshen submit                        把小程序上传到平台并提交审核
  menshen audit, backup, restore        校验日志、备份、恢复
  menshen platform                      检查平台各部分，建立最初的人员

退出码：0 没有问题；1 有达到 --fail-on 的问题；2 没能完成；3 没有可审查的小程序`,
    version: '显示版本',
    lang: '语言，zh 或 en；默认看 LANG',
    noColor: '不用颜色',
    check: '审查一个小程序（文件夹或 zip）',
    path: '小程序的文件夹或 zip 包，默认是当前文件夹',
    format: (all: string) => `报告格式：${all}；可多次使用，各跟一个 --output`,
    output: '把前一个 --format 写到文件；没有 --format 时按后缀识别',
    failOn: '哪一级问题算失败（退出码 1），默认 violation',
    exitZero: '有问题也以 0 退出；没能完成仍为 2',
    static: '只读代码，不运行',
    responses: '程序的服务器的回答（JSON 或 HAR）；给两次时，第二次是发布后的服务器',
    live: '向小程序真实的服务器发请求；只访问 listing.json 里 domains 列出的域名，不试发内容',
    seed: '随机操作的种子，默认 1；种子相同，结果相同',
    runTime: '实际运行最多用多少秒，默认 300',
    saveEvidence: '把运行记录和截图保存到这个文件夹',
    fromEvidence: '用保存下来的运行记录审查，不再运行',
    listing: '提审信息文件，默认是 app.json 旁边的 listing.json',
    platform: '按哪个平台审查，默认自动识别',
    root: '文件夹里有多个小程序时，选其中一个',
    config: '配置文件，默认是所给文件夹里的 menshen.json',
    baseline: '基线文件：其中已有的问题不再计',
    writeBaseline: '写入或清理基线；已有的基线不会变大',
    growBaseline: '写入基线，并允许加入新的问题',
    minConfidence: '低于这一把握的问题不计，默认 low',
    seedOnly: '只按五份基础文件，不看后来的要求',
    only: '只用这条规则，可多次使用',
    fix: '自动修正不会有副作用的问题，再审查一遍',
    dryRun: '和 --fix 一起用：只显示会怎么改，不写文件',
    watch: '文件改动后自动重新审查，只显示新增和消失的问题',
    pictures: '看多少图片：few（默认，先看最可能有内容的）、all 或 none；--static 只在图片很少时才看',
    noCache: '不读也不写缓存（默认缓存脚本的解析结果）',
    aide: '请语言模型帮忙看文案（默认不用；地址和密钥只从环境变量读取）',
    aidePictures: '和 --aide 一起用：也请它看包里的图片',
    aideRequests: '最多发多少次请求，默认 12',
    aideTokens: '最多用多少 token，默认 60000',
    aideCost: '费用上限，按 MENSHEN_AIDE_PRICES 计算',
    timings: '在标准错误上列出各步用时',
    quiet: '只显示问题和小结',
    checkAfter: `例子：
  menshen check miniprogram --fail-on review
  menshen check . -f sarif -o menshen.sarif -f text
  menshen check . --baseline known.json --write-baseline
  menshen check . --only phone-button-words
  menshen check . --fix --dry-run
  menshen check . --watch

缓存在 MENSHEN_CACHE_DIR，默认是 ~/.cache/menshen，从不写进小程序的文件夹。

搁置一处问题（理由必填）：
  <!-- menshen-ignore 规则: 理由 -->   // menshen-ignore 规则: 理由
  作用于本行或下一行；menshen-ignore-file 作用于整个文件`,
    rules: '列出规则',
    json: '输出 JSON',
    onlyPlatform: '只看这个平台',
    explain: '解释一条规则或条款',
    explainName: '规则名、条款号，或驳回通知里引用的编号',
    explainAfter: `例子：
  menshen explain phone-button-words
  menshen explain dy-review/1.2.2`,
    clauses: '列出条款',
    clauseWords: '只看含有这些字词的条款',
    document: '只看这份文件（wx-op、wx-tos、wx-op-en、dy-review、wx-oa、later）',
    init: '写一份 menshen.json 和 listing.json 模板',
    initPath: '小程序所在的文件夹，默认是当前文件夹',
    initAfter: '已有的文件不会被覆盖。',
    replay: '把当时发现问题的操作再做一遍，看问题是否还在',
    replayFinding: '问题的指纹（前几位即可）或规则名',
    replayFrom: '用 --save-evidence 保存的文件夹',
    replayAfter: `例子：
  menshen check app --responses mock.json --save-evidence saved
  menshen replay 3f9a app --from saved

退出码：0 没有再出现；1 问题仍在；2 没能完成`,
    compare: '比较两个小程序有多相似',
    compareA: '一个小程序的文件夹或 zip 包',
    compareB: '另一个',
    compareFormat: '输出形式，默认 text',
    compareAll: '列出所有相似的文件',
    failOver: '相似度超过这个百分数时以 1 退出',
    compareAfter: `例子：
  menshen compare mall-a mall-b
  menshen compare old.zip new.zip --format json
  menshen compare ours theirs --fail-over 60

比较的是去掉变量名、数字、颜色之后的脚本和页面结构，以及文案和图片；
已知的组件库、官方示例、模板和安装的依赖不计。`,
    doctor: '检查运行环境、配置和小程序能否被识别',
    doctorPath: '小程序所在的文件夹，默认是当前文件夹',
  },
  en: {
    menshen: 'Menshen reviews WeChat and Douyin mini programs by the platforms’ own rules, before their reviewers do.',
    menshenAfter: `Examples:
  menshen check                         review the program in this folder
  menshen check dist.zip --lang en      review a zip
  menshen check app -o report.html      write the report as one web page
  menshen explain wx-op/5.1.2           what this clause demands
  menshen init                          write a configuration and a listing template

The review platform (needs menshen-platform; each command explains itself with --help):
  menshen serve                         start it: database, site, work in the background
  menshen worker                        work in the background, in another process or on another machine
  menshen submit                        upload a program to a platform and submit it
  menshen audit, backup, restore        verify the log, back everything up, restore it
  menshen platform                      see whether all is well; make the first people

Exit codes: 0 clear; 1 findings at or above --fail-on; 2 could not finish; 3 nothing to check`,
    version: 'show the version',
    lang: 'language, zh or en; LANG by default',
    noColor: 'no colour',
    check: 'review a mini program (a folder or a zip)',
    path: 'the folder or zip of the program (default: this folder)',
    format: (all: string) => `form of the report: ${all}; repeatable, each followed by its --output`,
    output: 'write the --format before it to a file; without one, the suffix tells the format',
    failOn: 'what ends with exit code 1 (default: violation)',
    exitZero: 'end with 0 in spite of findings; an unfinished run still ends with 2',
    static: 'read only, run nothing',
    responses: 'answers of the program’s server (JSON or HAR); given twice, the second is the server after release',
    live: 'ask the program’s real server; only the domains in listing.json, and nothing is posted on trial',
    seed: 'seed of what is tried at random (default: 1); the same seed gives the same result',
    runTime: 'seconds that running may take at most (default: 300)',
    saveEvidence: 'save the record of the run and its screenshots in this folder',
    fromEvidence: 'judge a saved record of a run instead of running again',
    listing: 'the listing file (default: listing.json beside app.json)',
    platform: 'the platform to review for (default: recognised)',
    root: 'which program, when the folder holds several',
    config: 'the configuration (default: menshen.json in the folder given)',
    baseline: 'a baseline file: what it holds does not count',
    writeBaseline: 'write the baseline or take out what is gone; it does not grow',
    growBaseline: 'write the baseline and let new findings in',
    minConfidence: 'findings of lower confidence do not count (default: low)',
    seedOnly: 'by the five base documents only, without later demands',
    only: 'only this rule; repeatable',
    fix: 'mend what can be mended without side effects, then review again',
    dryRun: 'with --fix: show the diff, write nothing',
    watch: 'review again after each change; show what is new and what is gone',
    pictures: 'pictures to look at: few (default: the most telling first), all or none; with --static, only where there are few',
    noCache: 'neither read nor write the cache (what is known of unchanged scripts)',
    aide: 'ask a language model about the copy (off by default; address and key come from the environment only)',
    aidePictures: 'with --aide: show it the packaged pictures as well',
    aideRequests: 'requests to send at most (default: 12)',
    aideTokens: 'tokens to use at most (default: 60000)',
    aideCost: 'what it may cost, by the prices in MENSHEN_AIDE_PRICES',
    timings: 'list on standard error how long each step took',
    quiet: 'findings and summary only',
    checkAfter: `Examples:
  menshen check miniprogram --fail-on review
  menshen check . -f sarif -o menshen.sarif -f text
  menshen check . --baseline known.json --write-baseline
  menshen check . --only phone-button-words
  menshen check . --fix --dry-run
  menshen check . --watch

The cache lies in MENSHEN_CACHE_DIR, ~/.cache/menshen by default, and never inside the program.

To set a finding aside (the reason is mandatory):
  <!-- menshen-ignore RULE: reason -->   // menshen-ignore RULE: reason
  for this line or the next; menshen-ignore-file for the whole file`,
    rules: 'list the rules',
    json: 'as JSON',
    onlyPlatform: 'only this platform',
    explain: 'explain a rule or a clause',
    explainName: 'a rule, a clause, or a number that a rejection quotes',
    explainAfter: `Examples:
  menshen explain phone-button-words
  menshen explain dy-review/1.2.2`,
    clauses: 'list the clauses',
    clauseWords: 'only clauses that hold these words',
    document: 'only this document (wx-op, wx-tos, wx-op-en, dy-review, wx-oa, later)',
    init: 'write menshen.json and a template of listing.json',
    initPath: 'the folder of the program (default: this folder)',
    initAfter: 'Files that exist are left alone.',
    replay: 'do again what once showed a fault, and say whether it still does',
    replayFinding: 'a fingerprint (its first characters will do) or a rule',
    replayFrom: 'the folder that --save-evidence wrote',
    replayAfter: `Examples:
  menshen check app --responses mock.json --save-evidence saved
  menshen replay 3f9a app --from saved

Exit codes: 0 it no longer shows; 1 it still holds; 2 could not finish`,
    compare: 'say how alike two programs are',
    compareA: 'the folder or zip of one program',
    compareB: 'the other',
    compareFormat: 'form of the answer (default: text)',
    compareAll: 'list all files that are alike',
    failOver: 'end with 1 when they are more alike than this, in per cent',
    compareAfter: `Examples:
  menshen compare mall-a mall-b
  menshen compare old.zip new.zip --format json
  menshen compare ours theirs --fail-over 60

Compared are scripts and templates without the names of variables, numbers and colours,
the copy and the pictures; known libraries, official samples, templates and installed
packages do not count.`,
    doctor: 'look at the environment, the configuration and the program',
    doctorPath: 'the folder of the program (default: this folder)',
  },
} as const

interface Usage {
  readonly code: string
  readonly message: string
}

export const usageError = {
  unknownCommand: (name: string, known: readonly string[]): Failure => {
    const path = /[./\\]/.test(name)
    const meant = path ? undefined : nearest(name, known)
    return new Failure(
      path
        ? {
            zh: `没有 ${shown(name)} 这个命令；要审查它，请用：menshen check ${shown(name)}`,
            en: `there is no command ${shown(name)}; to review it: menshen check ${shown(name)}`,
          }
        : {
            zh: `没有 ${shown(name)} 这个命令${meant ? `，是否想用 ${meant}？` : `（可用：${known.join('、')}）`}`,
            en: `there is no command ${shown(name)}${meant ? `; did you mean ${meant}?` : ` (one of ${known.join(', ')})`}`,
          },
      EXIT.unfinished,
    )
  },
  /** The library speaks English only: its codes are told anew. */
  fromCommander: (error: Usage): Text => {
    const [named] = error.message.match(/'[^']*'/) ?? []
    const name = shown((named ?? '').slice(1, -1))
    const [, meant] = error.message.match(/Did you mean ([^?]+)\?/) ?? []
    const [, allowed] = error.message.match(/Allowed choices are (.+?)\.?$/m) ?? []
    const plain = shown(error.message.replace(/^error: /, '').slice(0, 60))
    switch (error.code) {
      case 'commander.unknownOption':
        return {
          zh: `没有 ${name} 这个选项${meant ? `，是否想用 ${meant}？` : ''}`,
          en: `there is no option ${name}${meant ? `; did you mean ${meant}?` : ''}`,
        }
      case 'commander.optionMissingArgument':
        return { zh: `${name} 后面要写一个值`, en: `${name} needs a value` }
      case 'commander.missingArgument':
        return { zh: `缺少参数 ${name}`, en: `the argument ${name} is missing` }
      case 'commander.excessArguments':
        return { zh: '参数太多了', en: 'there are too many arguments' }
      case 'commander.invalidArgument':
        return {
          zh: `${name} 的值不对${allowed ? `，可用：${allowed}` : ''}`,
          en: `the value of ${name} is not one of those possible${allowed ? `: ${allowed}` : ''}`,
        }
      default:
        return { zh: plain, en: plain }
    }
  },
}
