import { render } from 'preact';
import { App } from './app.tsx';
import { askAhead } from './pages/queue/first-page.ts';
import { readPlace } from './place.ts';

const page = document.querySelector('#page');
if (page !== null) {
  askAhead(readPlace(location.hash));
  render(<App />, page);
}
