/** Ends a process that was spawned `detached`, together with all that it has started, by the one handle we hold. */
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE = 10_000;
const STEP = 50;

/** Asks first and waits until the whole group has tidied up; insists when some of it is still there after a while. */
export async function endGroup(child) {
  signalGroup(child, "SIGTERM");
  for (let waited = 0; waited < PATIENCE && signalGroup(child, 0); waited += STEP) await pause(STEP);
  signalGroup(child, "SIGKILL");
}

/** Whether there was anyone left to take the signal. */
function signalGroup(child, signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code === "ESRCH") return false;
    throw error;
  }
}
