// The ways to send a file: by button, paste or drop. What it is decides how it goes out: photos and videos to look at,
// recordings as voice messages, everything else as a file.

import type { TargetedClipboardEvent, TargetedDragEvent } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { type Attached, upload } from '../state/doings.ts'

const recordings = '.opus,.ogg,.mp3,.m4a,.amr'

export function Attachments() {
  return (
    <>
      <Attach name="image" label="发图片或视频" icon="image" accept="image/*,.mp4" kindOf={kindOf} />
      <Attach name="audio" label="发语音" icon="mic" accept={recordings} kindOf={() => 'audio'} />
      <Attach name="file" label="发文件" icon="folder" kindOf={() => 'file'} />
    </>
  )
}

function Attach(props: {
  name: string
  label: string
  icon: string
  accept?: string
  kindOf: (file: File) => Attached
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="round"
        aria-label={props.label}
        title={props.label}
        onClick={() => input.current?.click()}
      >
        <Icon name={props.icon} />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-attach={props.name}
        {...(props.accept === undefined ? {} : { accept: props.accept })}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) void upload(props.kindOf(file), file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

export function takePasted(event: TargetedClipboardEvent<HTMLTextAreaElement>): void {
  for (const file of event.clipboardData?.files ?? []) void upload(kindOf(file), file)
}

export function takeDropped(event: TargetedDragEvent<HTMLElement>): void {
  event.preventDefault()
  for (const file of event.dataTransfer?.files ?? []) void upload(kindOf(file), file)
}

// By the name first: browsers know no type of .amr and .opus.
function kindOf(file: File): Attached {
  if (/\.(opus|ogg|mp3|m4a|amr)$/i.test(file.name) || file.type.startsWith('audio/')) return 'audio'
  if (/\.mp4$/i.test(file.name)) return 'media'
  return file.type.startsWith('image/') ? 'image' : 'file'
}
