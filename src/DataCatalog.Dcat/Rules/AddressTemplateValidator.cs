using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on addresses that are filled in for a territory.</summary>
internal sealed class AddressTemplateValidator : AbstractValidator<AddressTemplate>
{
    public AddressTemplateValidator(IReferences references)
    {
        this.CheckCodes(references);
        RuleFor(template => template.Address).UrlTemplate();
        RuleFor(template => template.Levels).NotEmptyList();
        RuleForEach(template => template.Levels).OneOf(AddressTemplate.KnownLevels);
        RuleFor(template => template.Levels).NoneTwice();
        RuleForEach(template => template.Levels)
            .Must((template, level) => IsFillable(template.Address, level))
            .WithMessage(template =>
                $"a level whose territories have every code of the address: {Words(AddressTemplate.LevelsFor(template.Address))}");
        RuleForEach(template => template.Except).TerritoryId(references);
        RuleFor(template => template.Except).NoneTwice();
        RuleForEach(template => template.Except)
            .Must((template, id) => id is null || IsOfLevels(KindIn(id), template.Levels))
            .WithMessage(template => $"a territory of a level of the address ({Words(template.Levels)}), or of a kind that contains one");
        RuleFor(template => template.Limit).Positive();
        RuleFor(template => template.Competence)
            .Must((template, code) => code is null || template.Levels?.All(IsHolder) == true)
            .WithMessage($"no competence, for its holder is known only among {Words(AddressTemplate.HolderLevels)}");
    }

    /// <summary>
    /// Whether a level can fill an address. A level or an address that is wrong by itself is told so once, by its own rule.
    /// </summary>
    private static bool IsFillable(string address, string? level) =>
        level is null
        || !AddressTemplate.KnownLevels.Contains(level, StringComparer.Ordinal)
        || address is null
        || !Urls.IsUrlTemplate(address)
        || AddressTemplate.LevelsFor(address).Contains(level, StringComparer.Ordinal);

    /// <summary>Whether a kind is one of some levels or may contain one. That there are no levels is told by their own rule.</summary>
    private static bool IsOfLevels(string kind, IReadOnlyList<string>? levels) => levels is not { Count: > 0 } || levels.Any(level =>
        string.Equals(level, kind, StringComparison.Ordinal) || TerritoryCodes.IsLarger(kind, level));

    private static bool IsHolder(string level) => AddressTemplate.HolderLevels.Contains(level, StringComparer.Ordinal);

    private static string KindIn(string id) => id.Split(':')[0];

    private static string Words(IEnumerable<string>? words) => string.Join(", ", (words ?? []).Select(word => $"'{word}'"));
}
