// Voice messages and videos: a bubble as long as the voice, that plays when it is pressed.

import { useRef, useState } from 'preact/hooks'
import type { PageMessage } from '../../page-api.ts'
import { Icon } from '../parts/icon.tsx'
import { resourceAddress } from '../parts/links.ts'
import { toast } from '../state/store.ts'

const shortestPx = 96
const pxPerSecond = 4
const longestSeconds = 40

export function Voice(props: { message: PageMessage }) {
  const { resourceKey = '', durationMs } = props.message
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const seconds = durationMs === undefined ? undefined : Math.max(1, Math.round(durationMs / 1000))
  const width = shortestPx + pxPerSecond * Math.min(seconds ?? 0, longestSeconds)
  const press = () => {
    if (playing) audio.current?.pause()
    else audio.current?.play().catch(() => toast('error', '浏览器放不了这种格式的录音。'))
  }
  return (
    <>
      <button
        type="button"
        class="bubble voice"
        style={{ width: `${width}px` }}
        aria-label={seconds === undefined ? '语音' : `语音 ${seconds}秒`}
        aria-pressed={playing}
        onClick={press}
      >
        <Icon name={playing ? 'pause' : 'play'} />
        <Icon name="wave" size={24} />
        <span>{seconds === undefined ? '' : clockWords(seconds)}</span>
      </button>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said */}
      <audio
        ref={audio}
        src={resourceAddress(resourceKey)}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
    </>
  )
}

export function Video(props: { message: PageMessage }) {
  const { resourceKey = '', fromName } = props.message
  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said
    <video
      class="video"
      src={resourceAddress(resourceKey)}
      aria-label={`${fromName}发的视频`}
      preload="metadata"
      controls
    />
  )
}

/** 12″, 1′05″ */
function clockWords(seconds: number): string {
  const rest = seconds % 60
  return seconds < 60 ? `${seconds}″` : `${Math.floor(seconds / 60)}′${String(rest).padStart(2, '0')}″`
}
