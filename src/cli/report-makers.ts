// How the views of a report are made: each by itself, when a section asks for it.

import type { ReportViews, ViewName } from '../report-file/views.ts';

/** A view, and the command that makes the same one. */
export type Making<View> = { readonly command: string; make(): View | Promise<View> };

export type Makers = { readonly [Name in ViewName]: Making<ReportViews[Name]> };
