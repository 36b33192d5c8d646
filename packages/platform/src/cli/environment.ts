/** Every variable of the environment that a command reads, with its meaning and what is so without it. */
import type { Lang, Words } from './words.ts'

export type Reader = 'serve' | 'worker' | 'submit' | 'platform' | 'audit' | 'backup' | 'restore'
export interface Variable {
  readonly name: string
  readonly by: readonly Reader[]
  readonly means: Words
  /** What is so without it. */
  readonly otherwise: Words
}
const NONE: Words = { zh: '无', en: 'none' }
const PLACE = ['serve', 'worker', 'platform', 'audit', 'backup', 'restore'] as const
const WORK = ['serve', 'worker', 'platform'] as const

export const ENVIRONMENT: readonly Variable[] = [
  {
    name: 'MENSHEN_DATA',
    by: PLACE,
    means: { zh: '数据文件夹；--data 优先', en: 'the data folder; --data wins' },
    otherwise: {
      zh: 'root 用户 /var/lib/menshen；其他用户 ~/.local/share/menshen（有 XDG_DATA_HOME 时在其中）',
      en: '/var/lib/menshen for root; else ~/.local/share/menshen (in XDG_DATA_HOME where it is set)',
    },
  },
  {
    name: 'DATABASE_URL',
    by: PLACE,
    means: { zh: '已有的 PostgreSQL 的地址；--database 优先', en: 'the address of a PostgreSQL that runs already; --database wins' },
    otherwise: { zh: '在数据文件夹里自带一个', en: 'one of its own, in the data folder' },
  },
  {
    name: 'MENSHEN_POSTGRES_BIN',
    by: PLACE,
    means: { zh: '自带数据库所用程序（initdb、postgres）的文件夹', en: 'the folder with initdb and postgres for the database of its own' },
    otherwise: { zh: '随包安装的，其次 /usr/lib/postgresql', en: 'what came with the package, else /usr/lib/postgresql' },
  },
  {
    name: 'MENSHEN_KEY',
    by: PLACE,
    means: {
      zh: '平台密钥（32 字节 base64，换过的写成“第一个,最后一个”），各机器相同，请另外保管',
      en: 'the platform’s key (32 bytes as base64; changed: "FIRST,LAST"), the same on all machines; keep a copy',
    },
    otherwise: { zh: '数据文件夹里的 key 文件，首次启动时生成', en: 'the file "key" in the data folder, made at the first start' },
  },
  {
    name: 'MENSHEN_ORIGIN',
    by: ['serve', 'worker'],
    means: {
      zh: '用户访问的网址，也用在邮件的链接里；--origin 优先',
      en: 'where people reach the site, and where links in mails lead; --origin wins',
    },
    otherwise: { zh: 'http://localhost:端口', en: 'http://localhost:PORT' },
  },
  {
    name: 'MENSHEN_EVIDENCE_ORIGIN',
    by: ['serve'],
    means: {
      zh: '证据文件的网址，与网站不同源；--evidence-origin 优先',
      en: 'where evidence is reached, an origin of its own; --evidence-origin wins',
    },
    otherwise: { zh: 'http://localhost:端口+1', en: 'http://localhost:PORT+1' },
  },
  {
    name: 'MENSHEN_SMTP',
    by: ['serve', 'worker'],
    means: {
      zh: '发信服务器，如 smtps://用户:口令@主机；写 keep 则邮件只留在数据库里供查看',
      en: 'a mail server, such as smtps://user:password@host; "keep": mail is kept in the database to be looked at',
    },
    otherwise: {
      zh: '邮件留在队列里，等设了它的进程来发（serve --development 时同 keep）',
      en: 'mail stays queued for a process that has one (with serve --development: as "keep")',
    },
  },
  {
    name: 'MENSHEN_MAIL_FROM',
    by: ['serve', 'worker'],
    means: { zh: '发件人', en: 'whom mail is from' },
    otherwise: { zh: 'menshen@localhost', en: 'menshen@localhost' },
  },
  {
    name: 'MENSHEN_S3_ENDPOINT',
    by: PLACE,
    means: { zh: '存放文件的桶，如 https://host/bucket', en: 'a bucket for files, such as https://host/bucket' },
    otherwise: { zh: '存在数据文件夹里', en: 'files lie in the data folder' },
  },
  {
    name: 'MENSHEN_S3_KEY',
    by: PLACE,
    means: { zh: '桶的访问编号，用桶时必填', en: 'the access key of the bucket; needed with it' },
    otherwise: NONE,
  },
  {
    name: 'MENSHEN_S3_SECRET',
    by: PLACE,
    means: { zh: '桶的访问口令，用桶时必填', en: 'the secret of the bucket; needed with it' },
    otherwise: NONE,
  },
  {
    name: 'MENSHEN_S3_REGION',
    by: PLACE,
    means: { zh: '桶所在的区域', en: 'the region of the bucket' },
    otherwise: { zh: 'auto', en: 'auto' },
  },
  {
    name: 'MENSHEN_METRICS_TOKEN',
    by: ['serve'],
    means: { zh: '读取 /metrics 的令牌', en: 'lets somebody read /metrics' },
    otherwise: { zh: '只有本机能读', en: 'this machine only' },
  },
  {
    name: 'MENSHEN_LOG',
    by: ['serve', 'worker'],
    means: { zh: '记录的最低级别：info、warn、error', en: 'the least level that is logged: info, warn, error' },
    otherwise: { zh: '网站 info，后台任务 warn', en: 'info for the site, warn for the work' },
  },
  {
    name: 'MENSHEN_ROOMS',
    by: WORK,
    means: { zh: '为开包和检查建临时文件夹的位置', en: 'where private folders for strangers’ packages are made' },
    otherwise: { zh: '系统的临时文件夹', en: 'the system’s temporary folder' },
  },
  {
    name: 'MENSHEN_ENGINE',
    by: WORK,
    means: { zh: '另一个版本的检查程序所在的文件夹', en: 'the folder of another release of the checker' },
    otherwise: { zh: '随平台安装的检查程序', en: 'the checker beside it' },
  },
  {
    name: 'MENSHEN_CHROMIUM',
    by: WORK,
    means: { zh: '运行小程序所用的浏览器', en: 'the browser that programs are run in' },
    otherwise: { zh: '系统里常见位置的 Chromium', en: 'Chromium where systems have it' },
  },
  {
    name: 'MENSHEN_PAGES',
    by: ['serve'],
    means: { zh: '构建好的网页所在的文件夹', en: 'the folder of the built pages' },
    otherwise: { zh: '程序旁边的', en: 'beside the program' },
  },
  {
    name: 'MENSHEN_PASSWORD',
    by: ['platform'],
    means: { zh: 'platform staff 所建人员的口令', en: 'the password of whom platform staff makes' },
    otherwise: { zh: '从标准输入读一行', en: 'one line of standard input' },
  },
  {
    name: 'MENSHEN_PLATFORM',
    by: ['submit'],
    means: { zh: '平台的网址；--to 优先', en: 'the platform; --to wins' },
    otherwise: NONE,
  },
  {
    name: 'MENSHEN_TOKEN',
    by: ['submit'],
    means: {
      zh: '接口令牌，在平台的账号页面生成，权限选查看、上传和提交；可以只限一个小程序',
      en: 'a token of your account page, with the scopes read, upload and submit; it may be for one program only',
    },
    otherwise: { zh: '无，必填', en: 'none; it is needed' },
  },
  {
    name: 'MENSHEN_TEST_PASSWORD',
    by: ['submit'],
    means: { zh: '--test-account 的密码', en: 'the password of --test-account' },
    otherwise: NONE,
  },
  {
    name: 'MENSHEN_TEST_CODE',
    by: ['submit'],
    means: { zh: '--test-phone 的固定验证码', en: 'the fixed code of --test-phone' },
    otherwise: NONE,
  },
]

/** The variables of a command, as its help lists them. */
export const environmentOf = (command: Reader, lang: Lang): string =>
  ENVIRONMENT.filter(({ by }) => by.includes(command))
    .map(({ name, means, otherwise }) =>
      lang === 'zh'
        ? `  ${name.padEnd(24)}${means.zh}\n${' '.repeat(26)}默认：${otherwise.zh}`
        : `  ${name.padEnd(24)}${means.en}\n${' '.repeat(26)}default: ${otherwise.en}`,
    )
    .join('\n')
