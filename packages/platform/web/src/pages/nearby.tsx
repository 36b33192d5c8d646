/** Places where the service is really given, in the listing: wx-op 7. */
import type { Listing } from '../../../src/contract/index.ts'
import { Button, Field, Group, Line, Tag } from '../parts/controls.tsx'
import { FilePut, PAPERS } from '../parts/files.tsx'
import { Digest } from '../parts/shapes.tsx'
import { useSay } from '../words/look.tsx'

export function Nearby({
  places,
  set,
  error,
}: {
  readonly places: Listing['nearby']
  readonly set: (places: Listing['nearby']) => void
  /** What is wrong at a path of the listing. */
  readonly error: (field: string) => string | undefined
}) {
  const say = useSay()
  const whole = places.length === 0 ? error('nearby') : undefined
  const change = (i: number, part: Partial<Listing['nearby'][number]>) => set(places.map((one, n) => (n === i ? { ...one, ...part } : one)))
  return (
    <div className="stack">
      <p className="soft small">
        {say(
          '只登记真正提供服务的地点，不能用来推广；最多 10 个。',
          'Only places where the service is really given, never for promotion; 10 at most.',
        )}
      </p>
      {whole !== undefined && <span className="field__error">{whole}</span>}
      {places.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows being edited
        <div className="card card--quiet" key={i}>
          <div className="form--pair">
            <Field label={say('名称', 'Name')} needed error={error(`nearby.${i}.name`)}>
              <Line value={one.name} set={(name) => change(i, { name })} />
            </Field>
            <Field label={say('电话', 'Telephone')} needed error={error(`nearby.${i}.phone`)}>
              <Line value={one.phone} set={(phone) => change(i, { phone })} kind="tel" />
            </Field>
            <Field label={say('地址', 'Address')} needed error={error(`nearby.${i}.address`)}>
              <Line value={one.address} set={(address) => change(i, { address })} />
            </Field>
            <Field label={say('提供什么服务', 'What is offered there')} needed error={error(`nearby.${i}.service`)}>
              <Line value={one.service} set={(service) => change(i, { service })} />
            </Field>
            <Field label={say('纬度', 'Latitude')} needed error={error(`nearby.${i}.latitude`)}>
              <input
                className="choice"
                type="number"
                step="any"
                value={one.latitude}
                onChange={(event) => change(i, { latitude: Number(event.target.value) })}
              />
            </Field>
            <Field label={say('经度', 'Longitude')} needed error={error(`nearby.${i}.longitude`)}>
              <input
                className="choice"
                type="number"
                step="any"
                value={one.longitude}
                onChange={(event) => change(i, { longitude: Number(event.target.value) })}
              />
            </Field>
          </div>
          <Group
            label={say('自己在此经营的证明', 'Paper that the place is your own')}
            needed
            error={error(`nearby.${i}.licence`)}
            hint={say(
              '例如营业执照或租约；加密保存，只有审核人员能看。',
              'A licence or lease, say; kept encrypted, and seen by reviewers only.',
            )}
          >
            {one.licence !== undefined && (
              <span className="row">
                <Tag tone="success">{say('已上传', 'put')}</Tag> <Digest of={one.licence} />
              </span>
            )}
            <FilePut
              accept={PAPERS}
              label={one.licence === undefined ? say('上传证明', 'Put the paper') : say('更换', 'Put another')}
              done={(stored) => change(i, { licence: stored.sha256 })}
            />
          </Group>
          <div>
            <Button small onClick={() => set(places.filter((_, n) => n !== i))}>
              {say('移除这个地点', 'Remove this place')}
            </Button>
          </div>
        </div>
      ))}
      {places.length < 10 && (
        <div>
          <Button small onClick={() => set([...places, { name: '', address: '', phone: '', latitude: 0, longitude: 0, service: '' }])}>
            {say('添加地点', 'Add a place')}
          </Button>
        </div>
      )}
    </div>
  )
}
