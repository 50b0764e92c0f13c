// The list to choose from that all selects share: one or several of named options, with a search line when
// there are many, and everything by keyboard. Card-only.

import type { ComponentChildren, TargetedKeyboardEvent } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { closeBeside } from '../parts/close-beside.ts'
import { Icon } from '../parts/icon.tsx'

export type Option = { value: string; text: string; mark?: ComponentChildren }

type Props = {
  label: string
  placeholder: string
  options: readonly Option[]
  chosen: readonly string[]
  many: boolean
  disabled: boolean
  wrong: boolean
  required: boolean
  bare: boolean
  choose: (value: string) => void
}

const SEARCH_FROM = 9

export function Choice(props: Props) {
  const id = useId()
  const around = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => (open ? closeBeside(around.current, () => setOpen(false)) : undefined), [open])
  const names = props.options.filter((option) => props.chosen.includes(option.value))
  // Whoever goes through the form by keys goes on from here.
  const shut = () => {
    setOpen(false)
    around.current?.querySelector<HTMLElement>('[role=combobox]')?.focus()
  }
  const choose = (value: string) => {
    props.choose(value)
    if (!props.many) shut()
  }
  return (
    <div ref={around} class={`choice${props.bare ? ' bare-choice' : ''}${open ? ' open' : ''}`}>
      <button
        type="button"
        role="combobox"
        class={names.length === 0 ? 'choice-face empty' : 'choice-face'}
        aria-label={props.label || props.placeholder}
        aria-expanded={open}
        aria-controls={id}
        aria-haspopup="listbox"
        aria-invalid={props.wrong}
        aria-required={props.required}
        disabled={props.disabled}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!open)
        }}
        onKeyDown={(event) => event.key === 'ArrowDown' && setOpen(true)}
      >
        <Face names={names} placeholder={props.placeholder} many={props.many} />
        <Icon name="down" size={14} />
      </button>
      {open && <List {...props} id={id} choose={choose} close={() => setOpen(false)} shut={shut} />}
    </div>
  )
}

function Face(props: { names: readonly Option[]; placeholder: string; many: boolean }) {
  if (props.names.length === 0) return <span class="choice-words">{props.placeholder || '请选择'}</span>
  if (!props.many) {
    return (
      <span class="choice-words">
        {props.names[0]?.mark}
        {props.names[0]?.text}
      </span>
    )
  }
  return (
    <span class="choice-words chips">
      {props.names.map((name) => (
        <span key={name.value} class="chip">
          {name.text}
        </span>
      ))}
    </span>
  )
}

function List(props: Props & { id: string; close: () => void; shut: () => void }) {
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const [upwards, setUpwards] = useState(false)
  // Before anybody sees the list: focus that moves later can take a key that was meant for another option.
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect()
    const floor = list.current?.closest('.messages')?.getBoundingClientRect().bottom ?? window.innerHeight
    setUpwards(box !== undefined && box.bottom > floor && box.top - box.height > 80)
    firstStop(list.current)?.focus({ preventScroll: true })
  }, [])
  const shown = props.options.filter((option) => option.text.includes(search.trim()))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the options inside
    <div
      ref={list}
      class={upwards ? 'choice-list upwards' : 'choice-list'}
      onKeyDown={(event) => walk(event, props)}
    >
      {props.options.length >= SEARCH_FROM && (
        <input
          class="choice-search"
          type="search"
          placeholder="搜索"
          aria-label="搜索选项"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div id={props.id} role="listbox" aria-multiselectable={props.many} aria-label={props.label}>
        {shown.map((option) => (
          <button
            key={option.value}
            type="button"
            role="option"
            aria-selected={props.chosen.includes(option.value)}
            data-value={option.value}
            onClick={(event) => {
              event.stopPropagation()
              props.choose(option.value)
            }}
          >
            {option.mark}
            <span>{option.text}</span>
            {props.chosen.includes(option.value) && <Icon name="check" size={16} />}
          </button>
        ))}
        {shown.length === 0 && <p class="choice-none">没有这一项</p>}
      </div>
    </div>
  )
}

function firstStop(list: HTMLElement | null): HTMLElement | null | undefined {
  return (
    list?.querySelector<HTMLElement>('.choice-search, [aria-selected=true]') ??
    list?.querySelector<HTMLElement>('[role=option]')
  )
}

function walk(
  event: TargetedKeyboardEvent<HTMLDivElement>,
  { close, shut }: { close: () => void; shut: () => void },
): void {
  if (event.key === 'Tab') close()
  if (event.key === 'Escape') shut()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')]
  const at = options.findIndex((option) => option.matches(':focus'))
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1
  options[Math.min(Math.max(next, 0), options.length - 1)]?.focus()
}
