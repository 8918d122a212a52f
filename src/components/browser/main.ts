import './overdue.ts';
