/** The sounds of the desk. They are made here, and no file is loaded for them. */

const storedAs = 'staff-sound'

/** Tones one after another: the pitch in Hz and the length in s. */
const tones = {
  accept: [[880, 0.09]],
  attention: [
    [660, 0.11],
    [880, 0.16],
  ],
  refuse: [
    [220, 0.22],
    [165, 0.32],
  ],
}

let context

/** Plays the sound of an outcome: `accept`, `attention` or `refuse`. Does nothing while sounds are off. */
export const playSound = (outcome) => {
  if (!isSoundOn()) return
  context ??= new AudioContext()
  let at = context.currentTime
  for (const [pitch, length] of tones[outcome] ?? []) {
    const [oscillator, gain] = [context.createOscillator(), context.createGain()]
    oscillator.type = outcome === 'refuse' ? 'square' : 'sine'
    oscillator.frequency.value = pitch
    gain.gain.setValueAtTime(0.2, at)
    gain.gain.exponentialRampToValueAtTime(0.001, at + length)
    oscillator.connect(gain).connect(context.destination)
    oscillator.start(at)
    oscillator.stop(at + length)
    at += length
  }
}

/** Whether sounds are on. They are, until somebody switches them off in this window. */
export const isSoundOn = () => sessionStorage.getItem(storedAs) !== 'off'

/** Lets a checkbox switch sounds on and off. It is shown only where a script runs. */
export const bindSoundSwitch = (box) => {
  box.checked = isSoundOn()
  box.closest('[hidden]')?.removeAttribute('hidden')
  box.addEventListener('change', () => {
    if (box.checked) sessionStorage.removeItem(storedAs)
    else sessionStorage.setItem(storedAs, 'off')
  })
}
