/** Uploading a version. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../../src/contract/index.ts'
import { usePart } from '../frame/way.ts'
import { Button, Field, Line, Lines, LinkButton, Note, ProblemBox, wrongAt } from '../parts/controls.tsx'
import { Drop } from '../parts/files.tsx'
import { Card, Page } from '../parts/shapes.tsx'
import { call, newKey, Refused } from '../wire/client.ts'
import { digestOf } from '../wire/digest.ts'
import { useAsk } from '../wire/hooks.ts'
import { put } from '../wire/upload.ts'
import { useLook } from '../words/look.tsx'
import { bytesText } from '../words/numbers.ts'

const MOST = 30_000_000
/** The next label after the newest: 1.0.9 → 1.0.10. */
export const nextLabel = (latest: string | undefined): string => {
  const parts = latest?.match(/^(\d+(?:\.\d+)*)/)?.[1]?.split('.')
  if (parts === undefined) return '1.0.0'
  return [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.')
}

export function UploadPage() {
  const { say, lang } = useLook()
  const navigate = useNavigate()
  const program = usePart('program')
  const one = useAsk('GET /api/programs/:program', { params: { program } })
  const versions = useAsk('GET /api/programs/:program/versions', { params: { program }, query: { limit: 1 } })
  const [label, setLabel] = useState<string | null>(null)
  const [changelog, setChangelog] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [stage, setStage] = useState<{ readonly at: 'reading' | 'sending'; readonly share: number } | null>(null)
  const wanted = label ?? nextLabel(versions.data?.items[0]?.label)
  const send = async () => {
    if (file === null) return
    setProblem(undefined)
    setStage({ at: 'reading', share: 0 })
    try {
      const sha256 = await digestOf(file)
      const version = await call('POST /api/programs/:program/versions', {
        params: { program },
        body: { label: wanted, changelog, sha256, bytes: file.size },
        key: newKey(),
      })
      setStage({ at: 'sending', share: 0 })
      await put(`/api/versions/${version.id}/package`, file, sha256, 'application/zip', (share) => setStage({ at: 'sending', share })).done
      void navigate({ to: `/versions/${version.id}` })
    } catch (error) {
      if (error instanceof Refused) setProblem(error.problem)
      else setWrong(String(error))
      setStage(null)
    }
  }
  return (
    <Page title={say('上传版本', 'Upload a version')} under={one.data?.name}>
      <Card>
        <div className="form">
          {file === null ? (
            <Drop
              accept=".zip,application/zip"
              take={([picked]) => {
                if (picked === undefined) return
                setWrong(null)
                if (!picked.name.toLowerCase().endsWith('.zip')) return setWrong(say('请选择 zip 代码包。', 'Choose a zip.'))
                if (picked.size < 22) return setWrong(say('这个文件是空的，不是 zip。', 'This file is empty, and no zip.'))
                if (picked.size > MOST) return setWrong(say('代码包不能超过 30 MB。', 'A package may have 30 MB at most.'))
                setFile(picked)
              }}
            >
              <strong>{say('把代码包（zip）拖到这里，或点击选择', 'Drop the package (zip) here, or click to choose')}</strong>
              <span className="small">
                {say(
                  '最大 30 MB，不超过 2000 个文件。上传的内容在隔离环境里检查。',
                  '30 MB and 2000 files at most. It is opened and checked in isolation.',
                )}
              </span>
            </Drop>
          ) : (
            <Note tone="primary">
              <div className="row row--apart">
                <span>
                  <strong>{file.name}</strong> <span className="soft">{bytesText(file.size)}</span>
                </span>
                {stage === null && (
                  <Button small onClick={() => setFile(null)}>
                    {say('换一个', 'Choose another')}
                  </Button>
                )}
              </div>
            </Note>
          )}
          {wrong !== null && <span className="field__error">{wrong}</span>}
          <Field
            label={say('版本号', 'Version')}
            needed
            error={wrongAt(problem, 'label', lang)}
            hint={say('数字加点，例如 1.2.0', 'Numbers and dots: 1.2.0')}
          >
            <Line value={wanted} set={setLabel} most={40} />
          </Field>
          <Field label={say('更新说明', 'What is new')} hint={say('提交审核时还可以修改', 'It can be changed when you submit')}>
            <Lines value={changelog} set={setChangelog} most={2000} />
          </Field>
          <ProblemBox problem={problem} shown={['label']} />
          {stage !== null && (
            <div className="stack">
              <progress value={stage.at === 'reading' ? undefined : stage.share} max={1} />
              <span className="soft small">
                {stage.at === 'reading'
                  ? say('正在计算摘要…', 'Computing its digest…')
                  : say(`已上传 ${Math.round(stage.share * 100)}%`, `${Math.round(stage.share * 100)}% sent`)}
              </span>
            </div>
          )}
          <div className="acts">
            <Button tone="primary" busy={stage !== null} off={file === null} onClick={() => void send()}>
              {say('上传', 'Upload')}
            </Button>
            <LinkButton to={`/programs/${program}`}>{say('取消', 'Cancel')}</LinkButton>
          </div>
        </div>
      </Card>
      <Card quiet title={say('先在本地检查', 'Check it first')}>
        <p className="soft">
          {say('平台使用的就是同一个检查引擎和同一份规则：', 'The platform runs the same engine and the same rulebook:')}{' '}
          <code>menshen check .</code>
        </p>
      </Card>
    </Page>
  )
}
