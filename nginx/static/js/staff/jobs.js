// Keeps the figures of the jobs page fresh: every few seconds each part is taken from the page as
// it is now, except where somebody is with the keyboard or the page is not looked at. Without
// the script "Look again" does it.
const EVERY_MS = 3000;
const parts = () => document.querySelectorAll('[data-fresh]');
const note = document.querySelector('[data-fresh-note]');

function put(page) {
  const fresh = page.querySelectorAll('[data-fresh]');
  parts().forEach((part, i) => {
    if (fresh[i] && !part.contains(document.activeElement)) part.replaceWith(fresh[i]);
  });
}

async function refresh() {
  if (document.hidden) return true;
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return false; // signed out, say
  put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  return true;
}

async function again() {
  try {
    if (await refresh()) setTimeout(again, EVERY_MS);
  } catch {
    setTimeout(again, EVERY_MS * 5); // no connection just now
  }
}

note.firstChild.textContent = 'These figures keep themselves fresh. ';
setTimeout(again, EVERY_MS);
