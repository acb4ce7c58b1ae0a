/** What happens in the sandbox, live. */

const KINDS = ["message", "edit", "delete", "people", "clock", "schedule", "answer", "show", "links"];

/**
 * Listens to the changes; the browser reconnects by itself.
 * @param {{change: (kind: string, data: {chat: ?number, message_id: ?number}) => void,
 *          online: () => void, offline: () => void}} handlers  `online` also after every reconnection
 */
export function listen({ change, online, offline }) {
  const source = new EventSource("sandbox/api/changes");
  source.addEventListener("open", online);
  source.addEventListener("error", () => {
    offline();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ change, online, offline }), 2000);
  });
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => change(kind, JSON.parse(event.data)));
  }
}

/**
 * Wraps an async function so that a burst of calls runs it at once and then at most every `gap` ms,
 * never twice at the same time, and always once more after the last call.
 */
export function coalesce(work, gap) {
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, gap))]);
    } finally {
      busy = false;
    }
    if (again) {
      again = false;
      run();
    }
  };
  return run;
}
