/** What each command says of itself. */
import { environmentOf } from './environment.ts'
import type { Words } from './words.ts'

const COMMON_ZH = `  --data 文件夹        数据所在的位置（默认：环境变量 MENSHEN_DATA，或 ~/.local/share/menshen；root 用户为 /var/lib/menshen）
  --database 地址      使用已有的 PostgreSQL（默认：环境变量 DATABASE_URL；都没有时自带一个）
  --lang zh|en         语言`
const COMMON_EN = `  --data FOLDER        where everything lies (default: MENSHEN_DATA, or ~/.local/share/menshen; /var/lib/menshen for root)
  --database URL       a PostgreSQL that runs already (default: DATABASE_URL; without either, one of its own)
  --lang zh|en         language`

export const HELP: Readonly<Record<string, Words>> = {
  serve: {
    zh: `menshen serve：启动审核平台（数据库、网站、后台任务）

用法：menshen serve [选项]

  --port 端口          网站端口（默认 8080）；证据文件用下一个端口，与网站不同源
  --host 地址          监听的地址（默认 127.0.0.1；对外服务时放在 HTTPS 代理后面）
  --origin 网址        用户访问的网址，如 https://review.example（默认 http://localhost:端口）
  --evidence-origin 网址  证据文件的网址，必须与 --origin 不同
  --proxy 地址         可信代理的地址，可重复；只信这些代理的 X-Forwarded-For
  --no-worker          不在本进程里跑后台任务（另开 menshen worker）
  --jobs 数量          同时运行几个小程序（默认：处理器数减一，至少 1）
  --development        开发模式：没有发信服务器时邮件留在数据库里供查看，员工可不开两步验证
${COMMON_ZH}

环境变量：
${environmentOf('serve', 'zh')}

停止：Ctrl-C 一次，正在进行的工作会收尾或退回队列；再按一次立即退出，不会丢失已提交的内容。
第一次启动后，用 menshen platform staff 建立最初的两名运维人员。`,
    en: `menshen serve: starts the review platform (database, site, work in the background)

usage: menshen serve [options]

  --port PORT          of the site (default 8080); evidence is served on the next one, an origin of its own
  --host ADDRESS       to listen on (default 127.0.0.1; to serve others, put it behind a proxy with HTTPS)
  --origin URL         where people reach it, such as https://review.example (default http://localhost:PORT)
  --evidence-origin URL  where evidence is reached; never the same as --origin
  --proxy ADDRESS      a proxy whose X-Forwarded-For is believed; may be repeated
  --no-worker          no work in this process (start menshen worker beside it)
  --jobs N             programs that are run at once (default: processors less one, at least 1)
  --development        mail is kept in the database to be looked at where no server is named; staff may do without a second factor
${COMMON_EN}

environment:
${environmentOf('serve', 'en')}

To stop: Ctrl-C once; what is under way ends or goes back to the queue. Twice: at once, and nothing that was accepted is lost.
After the first start, make the first two operators with menshen platform staff.`,
  },
  worker: {
    zh: `menshen worker：在本机处理后台任务（开包检查、自动审核、邮件、定时事项）

用法：menshen worker [选项]

任意多台机器都可以运行，共用一个数据库和一处文件存储（S3，或共享的数据文件夹）。随时可以停止或被杀掉：没做完的任务会由别的进程接手。

  --jobs 数量          同时运行几个小程序（默认：处理器数减一，至少 1）
  --origin 网址        邮件里链接用的网址
${COMMON_ZH}

环境变量：
${environmentOf('worker', 'zh')}

多台机器时：DATABASE_URL、MENSHEN_KEY 和 MENSHEN_S3_* 各处相同；至少一处设置 MENSHEN_SMTP，否则邮件一直排队。`,
    en: `menshen worker: does the work in the background (opening packages, automated review, mail, timers)

usage: menshen worker [options]

Any number of machines may run it on one database and one place for files (S3, or a data folder that they share). It may be
stopped or killed at any time: what it has not ended is taken over.

  --jobs N             programs that are run at once (default: processors less one, at least 1)
  --origin URL         for the links in mails
${COMMON_EN}

environment:
${environmentOf('worker', 'en')}

On several machines: DATABASE_URL, MENSHEN_KEY and MENSHEN_S3_* are the same everywhere; at least one has MENSHEN_SMTP, or mail
stays queued.`,
  },
  submit: {
    zh: `menshen submit：打包上传，提交审核，等机器审核的结果

用法：menshen submit [小程序文件夹或 zip] --to 网址 --program 编号 --label 版本号 --changelog 说明 [选项]

  --to 网址            平台的网址（或环境变量 MENSHEN_PLATFORM）
  --program 编号       小程序在平台上的编号（网址里的那一段）或 appid
  --label 版本号       如 1.2.0
  --changelog 说明     这个版本改了什么
  --upload-only        只上传，不提交审核
  --replace            替换正在等待的版本
  --wait 秒            最多等多久（默认 600，0 为不等）；每次状态变化都会说明，时间到了不影响审核
  --no-wait            提交后不等自动审核的结果，同 --wait 0

需要登录才能审核时：
  --test-account 用户名  测试账号；密码放在环境变量 MENSHEN_TEST_PASSWORD
  --test-phone 手机号    用手机号登录时；固定验证码放在环境变量 MENSHEN_TEST_CODE
  --test-notes 说明      给审核员的说明

声明：
  --declare 事项       可重复：user-content（有用户发布的内容）、ai-content（有人工智能生成的内容）、payments（有支付）
  --not-used 信息      可重复：代码里有接口、但不会用到的个人信息，如“通讯录”

上次被拒后再次提交，逐条回应：
  --fixed 问题[=说明]  已在这个版本里修改；可重复。问题写规则名（回应该规则的全部问题）、问题编号，或 all（全部）
  --answer 问题=说明   没有修改，说明理由；可重复
  --open               只列出上次被拒的版本里要回应的问题，不上传

  --lang zh|en         语言

例：
  export MENSHEN_PLATFORM=https://review.example MENSHEN_TOKEN=…
  menshen check . && menshen submit . --program wx1a2b3c --label 1.2.0 --changelog '首页增加营业时间'
  menshen submit --open --program wx1a2b3c
  menshen submit . --program wx1a2b3c --label 1.2.1 --changelog '改为点按后再定位' --fixed location-needless

环境变量：
${environmentOf('submit', 'zh')}

打包时不含 node_modules、.git、listing.json、menshen.json，以及 .menshenignore 排除的文件。资料用平台上最新的一版。
退出码：
  0  已提交（机器没有发现问题），或已通过；--upload-only 时已接收；--open 时没有要回应的
  1  未被接收、未通过，或发现了问题（列在输出里）
  2  没能完成：参数有误、连不上平台、平台出错
  4  已交给平台，等的时间到了还没有结果；过后在平台上查看`,
    en: `menshen submit: packs, uploads, submits for review, and waits for what the machine says

usage: menshen submit [folder or zip] --to URL --program ID --label VERSION --changelog TEXT [options]

  --to URL             the platform (or MENSHEN_PLATFORM)
  --program ID         of the program on the platform (as in its address), or its appid
  --label VERSION      such as 1.2.0
  --changelog TEXT     what is new
  --upload-only        uploads and does not submit
  --replace            takes the place of a version that waits
  --wait SECONDS       how long at most (default 600; 0: not at all); each change is told, and the review goes on without you
  --no-wait            does not wait for what the automated review says: the same as --wait 0

where a reviewer has to sign in:
  --test-account NAME  the password is in MENSHEN_TEST_PASSWORD
  --test-phone NUMBER  for a sign-in by telephone; the fixed code is in MENSHEN_TEST_CODE
  --test-notes TEXT    for the reviewer

what is declared:
  --declare WHAT       may be repeated: user-content, ai-content, payments
  --not-used ITEM      may be repeated: personal data that the code has an interface for and the program does not use

after a refusal, to answer what was found:
  --fixed WHAT[=TEXT]  mended in this version; may be repeated. WHAT is a rule (all that it found), a finding’s id, or all
  --answer WHAT=TEXT   not changed, and why; may be repeated
  --open               lists what of the refused version is to be answered, and uploads nothing

  --lang zh|en         language

examples:
  export MENSHEN_PLATFORM=https://review.example MENSHEN_TOKEN=…
  menshen check . && menshen submit . --program wx1a2b3c --label 1.2.0 --changelog 'Opening hours on the first page'
  menshen submit --open --program wx1a2b3c
  menshen submit . --program wx1a2b3c --label 1.2.1 --changelog 'Asks after a tap' --fixed location-needless

environment:
${environmentOf('submit', 'en')}

Left out of the package: node_modules, .git, listing.json, menshen.json and what .menshenignore names. The listing is the newest
revision on the platform.
Exit codes:
  0  submitted and the machine found nothing, or passed; with --upload-only: accepted; with --open: nothing to answer
  1  not accepted, refused, or something was found (it is listed)
  2  could not be done: wrong options, the platform cannot be reached or failed
  4  the platform has it, and there was no answer in the time given; look there later`,
  },
  audit: {
    zh: `menshen audit：校验操作日志

用法：menshen audit verify [--heads 文件]
      menshen audit head [--output 文件]

verify 从第一条起逐条校验日志的哈希链、曾经导出的链头，以及数据库里必须始终成立的事实。
head   导出当前链头（序号、哈希、签名），请每天存到平台之外的地方；日志若被截断或改写，用它就能发现。

  --heads 文件         以前导出的链头，每行一个 JSON
  --output 文件        把链头追加到文件
${COMMON_ZH}

退出码：0 完好，1 有问题，2 没能完成。`,
    en: `menshen audit: verifies the log

usage: menshen audit verify [--heads FILE]
       menshen audit head [--output FILE]

verify  goes through the chain of hashes from its first row, the heads that were given away, and what must always be true.
head    gives the head away (number, hash, signature). Keep one a day outside of the platform: it shows whether the log was
        cut or written anew.

  --heads FILE         heads that you kept, one JSON a line
  --output FILE        append the head to a file
${COMMON_EN}

Exit codes: 0 sound, 1 something is wrong, 2 could not be done.`,
  },
  backup: {
    zh: `menshen backup：备份

用法：menshen backup --to 文件夹 [选项]

平台运行时也可以备份：数据库取同一时刻的内容，文件按哈希复制，再次备份到同一处只复制新增的文件。
备份不含平台密钥（数据文件夹里的 key，或 MENSHEN_KEY）：请另外保管，没有它，封存的身份资料无法打开。
备份里有加密的身份资料和证件。要让“已删除”在备份里也成立，请用 --keep-days 30 只保留最近 30 天的备份。

  --to 文件夹          备份放在哪里；每次备份是其中一个以时间命名的文件夹
  --keep-days 天数     备份完成后，删除更早的备份，以及不再有备份用到的文件
${COMMON_ZH}`,
    en: `menshen backup: backs everything up

usage: menshen backup --to FOLDER [options]

The platform may run meanwhile: the database is read as of one moment, files are copied by their hash, and the next backup to the
same place copies only what is new. The platform's key (the file "key" in the data folder, or MENSHEN_KEY) is not in it: keep it
elsewhere; without it nobody opens what is sealed. Sealed identity data and papers are in it: keep backups for 30 days
(--keep-days 30), so that what was erased is gone from them too.

  --to FOLDER          where backups go; each is a folder in it, named by its time
  --keep-days DAYS     afterwards takes older backups away, and files that no backup names any more
${COMMON_EN}`,
  },
  restore: {
    zh: `menshen restore：从备份恢复到一个空的平台

用法：menshen restore --from 备份文件夹 [选项]

数据库必须是空的（新的 --data 或新的 --database）。恢复后校验日志，并与备份时的链头核对。
先把平台密钥放回数据文件夹的 key 文件（或设好 MENSHEN_KEY）。

  --from 文件夹        一次备份的文件夹（含 backup.json）
${COMMON_ZH}`,
    en: `menshen restore: restores a backup into an empty platform

usage: menshen restore --from FOLDER [options]

The database has to be empty (another --data, or another --database). Afterwards the log is verified and held against the head
that the backup names. Put the platform's key back first (the file "key" in the data folder, or MENSHEN_KEY).

  --from FOLDER        of one backup (with backup.json in it)
${COMMON_EN}`,
  },
  platform: {
    zh: `menshen platform：看护平台

用法：menshen platform doctor          逐项检查：数据库、密钥、文件、浏览器、隔离、后台进程、积压
      menshen platform staff --email 邮箱 --name 姓名 --roles 角色,角色
                                       建立最初的人员（已有两名运维人员后，由他们在网页上授予角色）
      menshen platform rotate-key      更换加密用的密钥：先停下平台，中途被打断可以再运行一次

角色：reviewer、senior-reviewer、appeals、complaints、entity-checker、policy-editor、operator、auditor
口令放在环境变量 MENSHEN_PASSWORD 里，或从标准输入读取一行。
${COMMON_ZH}`,
    en: `menshen platform: looks after a platform

usage: menshen platform doctor         one by one: database, key, files, browser, isolation, workers, what is left over
       menshen platform staff --email ADDRESS --name NAME --roles ROLE,ROLE
                                       makes the first people (once there are two operators, roles are theirs to grant)
       menshen platform rotate-key     another key for what is sealed: stop the platform first; broken off, it may be run again

roles: reviewer, senior-reviewer, appeals, complaints, entity-checker, policy-editor, operator, auditor
The password is in MENSHEN_PASSWORD, or one line on standard input.
${COMMON_EN}`,
  },
}
