/** Video, sound, camera, live, canvas, map, editor: honest boxes that play nothing and say what they would play. */
import { canvasNode } from '../api/canvas.ts'
import { playing } from '../api/media.ts'
import { noteElement } from '../api/questions.ts'
import { fire } from '../backend.ts'
import { onFrame, setTimer } from '../native.ts'
import type { Loose } from '../state.ts'
import { type ElementSpec, text, truthy } from './define.ts'

const on = (v: unknown): boolean => v !== undefined && truthy(v)
const box = (e: Element, label: string): void => {
  let b = e.querySelector(':scope > .mp-placeholder')
  if (!b) {
    b = document.createElement('div')
    b.className = 'mp-placeholder'
    e.prepend(b)
  }
  b.textContent = label
}

/** Anything that plays: starts by itself when told to, and with a finger on its controls. */
function player(name: string, label: string, props: string): ElementSpec {
  const start = (c: Loose, e: Loose, auto: boolean) => {
    if (e.__playing) return
    e.__playing = true
    playing(name, 'play', auto, text(c.data.src), on(c.data.muted))
    setTimer(() => {
      fire(c, 'loadedmetadata', { width: 320, height: 240, duration: 60 })
      fire(c, 'play', {})
      fire(c, 'timeupdate', { currentTime: 0.1, duration: 60 })
    }, 30)
  }
  return {
    props: props.split(' '),
    attached: (_, e, d) => {
      box(e, label)
      noteElement(name, { src: text(d.src), autoplay: d.autoplay, muted: d.muted, loop: d.loop, controls: d.controls, title: d.title })
      if (d.poster) e.style.backgroundSize = 'cover'
    },
    observe: {
      'src,autoplay': (c, e, d) => {
        if (on(d.autoplay) && text(d.src)) setTimer(() => e.isConnected && start(c, e, true), 0)
      },
    },
    tap: (c, e) => {
      if (name === 'video' && c.data.controls !== false) {
        if (e.__playing) {
          e.__playing = false
          playing(name, 'pause', false, text(c.data.src))
          fire(c, 'pause', {}, { user: true })
        } else start(c, e, false)
      }
    },
  }
}

const canvas: ElementSpec = {
  props: ['canvas-id', 'disable-scroll'],
  attached: (c, e) => {
    const k = document.createElement('canvas')
    e.prepend(k)
    const size = () => {
      if (c.data.type) return
      k.width = Math.min(4096, e.clientWidth || 300)
      k.height = Math.min(4096, e.clientHeight || 150)
    }
    size()
    onFrame(size)
    e.__canvas = () => canvasNode(k)
    setTimer(() => fire(c, 'ready', {}), 30)
  },
}
const map: ElementSpec = {
  props:
    'longitude latitude scale markers polyline controls circles polygons show-location include-points min-scale max-scale enable-3D show-compass show-scale enable-overlooking enable-zoom enable-scroll enable-rotate enable-satellite enable-traffic subkey layer-style setting'.split(
      ' ',
    ),
  attached: (c, e, d) => {
    noteElement('map', {
      latitude: d.latitude,
      longitude: d.longitude,
      showLocation: d.showLocation,
      markers: Array.isArray(d.markers) ? d.markers.length : 0,
    })
    setTimer(() => fire(c, 'updated', {}), 30)
    box(e, '地图')
  },
  observe: {
    'markers,latitude,longitude': (_, e, d) => {
      const titles = (Array.isArray(d.markers) ? d.markers : [])
        .slice(0, 8)
        .map((m: Loose) => text(m?.title ?? m?.callout?.content ?? m?.label?.content))
      box(e, ['地图', ...titles].filter(Boolean).join(' · '))
    },
  },
}
const camera: ElementSpec = {
  props: 'mode resolution device-position flash frame-size'.split(' '),
  attached: (c, e, d) => {
    box(e, '相机')
    noteElement('camera', { mode: d.mode, devicePosition: d.devicePosition })
    setTimer(() => fire(c, 'initdone', { maxZoom: 4 }), 30)
  },
}
const editor: ElementSpec = {
  props: 'placeholder read-only show-img-size show-img-toolbar show-img-resize'.split(' '),
  attached: (c, e) => {
    const area = document.createElement('textarea')
    area.placeholder = text(c.data.placeholder)
    e.append(area)
    e.__field = area
    e.__value = () => area.value
    e.__type = (v: string) => {
      area.value = v
      fire(c, 'input', { html: `<p>${v.replace(/[<&]/g, '')}</p>`, text: v, delta: { ops: [{ insert: v }] } }, { user: true })
    }
    setTimer(() => fire(c, 'ready', {}), 30)
  },
}

export const mediaElements: Readonly<Record<string, ElementSpec>> = {
  video: player(
    'video',
    '▶ 视频',
    'controls autoplay poster loop muted title duration initial-time danmu-list danmu-btn enable-danmu object-fit direction show-fullscreen-btn show-play-btn show-center-play-btn enable-progress-gesture page-gesture vslide-gesture autopause poster-for-crawler',
  ),
  audio: player('audio', '♪ 音频', 'controls poster author loop autoplay'),
  'live-player': player('live-player', '直播', 'autoplay muted orientation object-fit min-cache max-cache background-mute'),
  'live-pusher': player('live-pusher', '推流', 'url autopush muted enable-camera auto-focus orientation beauty whiteness aspect'),
  'animation-video': player('animation-video', '▶', 'autoplay loop path alpha-direction'),
  canvas,
  map,
  camera,
  editor,
}
