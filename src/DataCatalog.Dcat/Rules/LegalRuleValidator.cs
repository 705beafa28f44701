using System.Globalization;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on rules of law. All are our own: DCAT-AP has no duties.</summary>
public sealed class LegalRuleValidator : AbstractValidator<LegalRule>
{
    public LegalRuleValidator(IReferences references, TimeProvider time)
    {
        RuleFor(rule => rule.Id).Identifier();
        this.CheckCodes(references);
        RuleFor(rule => rule.Title).BilingualText(TextForm.Title);
        RuleForEach(rule => rule.Models).ModelId(references);
        RuleFor(rule => rule.Models).NoneTwice();
        RuleFor(rule => rule.Scope).SetValidator(new ScopeValidator(references));
        RuleFor(rule => rule.InForceUntil)
            .Must((rule, until) => until is null || rule.InForceFrom is null || until >= rule.InForceFrom)
            .WithMessage("a day not before that from which the rule is in force");
        RuleFor(rule => rule.Deadline).SetValidator(new DeadlineValidator());
        RuleFor(rule => rule.Destination).OptionalFrenchText(TextForm.Name);
        RuleFor(rule => rule.DestinationUrl).Url();
        RuleFor(rule => rule.CheckUrl).UrlTemplate();
        RuleForEach(rule => rule.ShownBy).DatasetId(references);
        RuleFor(rule => rule.ShownBy).NoneTwice();
        RuleFor(rule => rule.Article).PlainText(TextForm.Label);
        RuleForEach(rule => rule.OtherArticles).PlainText(TextForm.Label);
        RuleFor(rule => rule.OtherArticles).NoneTwice();
        RuleFor(rule => rule.ArticleUrl).Url();
        RuleFor(rule => rule.Status).OneOf(LegalRule.Statuses);
        RuleFor(rule => rule.Provenance).SetValidator(new ProvenanceValidator(time));
    }

    private sealed class ScopeValidator : AbstractValidator<RuleScope>
    {
        public ScopeValidator(IReferences references)
        {
            this.CheckCodes(references);
            RuleFor(scope => scope.Kinds).NotEmptyList();
            RuleForEach(scope => scope.Kinds).OneOf(RuleScope.KnownKinds);
            RuleFor(scope => scope.Kinds).NoneTwice();
            RuleForEach(scope => scope.EpciKinds).OneOf(RuleScope.KnownEpciKinds);
            RuleFor(scope => scope.EpciKinds).NoneTwice();
            RuleFor(scope => scope.EpciKinds)
                .Must((scope, kinds) => kinds is not { Count: > 0 } || scope.Kinds?.Contains("epci", StringComparer.Ordinal) == true)
                .WithMessage("no kinds of EPCI, for the rule does not apply to an EPCI");
            RuleFor(scope => scope.MinimumPopulation).NotNegative();
            RuleFor(scope => scope.MaximumPopulation)
                .Must((scope, most) => most is null || most >= (scope.MinimumPopulation ?? 0))
                .WithMessage("a number of 0 or more that is not below the smallest population");
            RuleFor(scope => scope.MinimumStaff).NotNegative();
            Place(references);
        }

        private void Place(IReferences references)
        {
            RuleForEach(scope => scope.OnlyIn).TerritoryId(references);
            RuleFor(scope => scope.OnlyIn).NoneTwice();
            RuleForEach(scope => scope.ExceptIn).TerritoryId(references);
            RuleFor(scope => scope.ExceptIn).NoneTwice();
            RuleForEach(scope => scope.ExceptIn)
                .Must((scope, id) => id is null || scope.OnlyIn?.Contains(id, StringComparer.Ordinal) != true)
                .WithMessage("no territory in which alone the rule applies");
            RuleForEach(scope => scope.ExtendsTo).TerritoryId(references);
            RuleForEach(scope => scope.ExtendsTo)
                .Must(id => id is null || id.StartsWith("collectivite:", StringComparison.Ordinal))
                .WithMessage("an overseas collectivity, such as collectivite:988: others have no laws of their own");
            RuleFor(scope => scope.ExtendsTo).NoneTwice();
        }
    }

    private sealed class DeadlineValidator : AbstractValidator<RuleDeadline>
    {
        public DeadlineValidator()
        {
            RuleFor(deadline => deadline.Kind).OneOf(RuleDeadline.Kinds);
            When(deadline => deadline.Kind is "after-event", () => RuleFor(deadline => deadline.Value).Duration());
            RuleFor(deadline => deadline.Value)
                .Must(value => value is not null && IsDayOfYear(value)).When(deadline => deadline.Kind is "yearly-day")
                .WithMessage("a day of the year, such as --06-30");
            RuleFor(deadline => deadline.Value)
                .Null().When(deadline => deadline.Kind is "yearly" or "permanent" or "none")
                .WithMessage("no value, for the kind of deadline needs none");
            RuleFor(deadline => deadline.Event).OptionalFrenchText(TextForm.Title);
            RuleFor(deadline => deadline.Event)
                .NotNull().When(deadline => deadline.Kind is "after-event")
                .WithMessage("the event after which the time runs");
            RuleFor(deadline => deadline.Note).OptionalFrenchText(TextForm.Title);
        }

        /// <summary>Tells whether a text is a day that every year has: 29 February is not.</summary>
        private static bool IsDayOfYear(string text) =>
            DateOnly.TryParseExact(text, "--MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && !string.Equals(text, "--02-29", StringComparison.Ordinal);
    }
}
