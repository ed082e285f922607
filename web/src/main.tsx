import { render } from 'preact';
import { App } from './app.tsx';
import './style/base.css';
import './style/shell.css';
import './style/queue.css';

const page = document.querySelector('#page');
if (page !== null) render(<App />, page);
