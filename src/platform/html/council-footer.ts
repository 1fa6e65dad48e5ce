import { content, type List, type MaybeContent, type Optional, present } from "./content.ts";
import { type FooterMeta, type FooterNavigation, footerMeta, footerNavigation, licence } from "./govuk/footer.ts";
import { type Html, html } from "./html.ts";

export type CouncilFooterProps = Optional<{
	navigation: List<FooterNavigation>;
	meta: FooterMeta;
	/** Under which licence the pages may be used again; none is shown if not given. */
	contentLicence: MaybeContent;
	copyright: MaybeContent;
}>;

/** The official footer without what belongs to the Crown: its mark and its copyright. */
export function councilFooter(props: CouncilFooterProps): Html {
	return html`<div class="govuk-footer">
	<div class="govuk-width-container">
		${footerNavigation(props.navigation)}
		<div class="govuk-footer__meta">
			<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
				${footerMeta(props.meta)}
				${props.contentLicence && licence(props.contentLicence)}
			</div>
			${present(props.copyright) && html`<div class="govuk-footer__meta-item">${content(props.copyright)}</div>`}
		</div>
	</div>
</div>`;
}
