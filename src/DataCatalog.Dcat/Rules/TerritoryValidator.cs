using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on territories. Parents are of a larger kind, so no territory contains itself.</summary>
public sealed partial class TerritoryValidator : AbstractValidator<Territory>
{
    private const string Former = "former-commune";

    public TerritoryValidator(IReferences references)
    {
        RuleFor(territory => territory.Kind).OneOf(Territory.Kinds);
        RuleFor(territory => territory.Code)
            .Must((territory, code) => TerritoryCodes.IsCode(territory.Kind, code))
            .WithMessage((territory, _) => $"an official code of the kind {territory.Kind}");
        RuleFor(territory => territory.Name).PlainText(TextForm.Label);
        RuleFor(territory => territory.FormerStatus).OneOf(Territory.FormerStatuses);
        RuleFor(territory => territory.FormerStatus)
            .Must((territory, status) => status is null == territory.Kind is not Former)
            .WithMessage((territory, _) =>
                territory.Kind is Former ? "what the former commune is now" : "no status, for this is no former commune");
        RuleFor(territory => territory.LegalForm).OneOf(Territory.LegalForms);
        RuleFor(territory => territory.LegalForm)
            .Must((territory, form) => form is null || territory.Kind is "epci").WithMessage("no legal form, for this is no EPCI");
        RuleFor(territory => territory.Population).NotNegative();
        RuleFor(territory => territory.Siren).SirenNumber();
        Place(references);
        RuleFor(territory => territory.Box!).SetValidator(new BoxValidator());
        RuleFor(territory => territory.Point!).SetValidator(new PointValidator());
        Identify();
    }

    private void Place(IReferences references)
    {
        RuleForEach(territory => territory.Postcodes)
            .Must(code => code is null || Postcode.IsMatch(code)).WithMessage("a postcode of five digits");
        RuleFor(territory => territory.Postcodes).NoneTwice();
        RuleForEach(territory => territory.Parents)
            .Must((territory, parent) => parent is null || IsParent(territory, parent, references))
            .WithMessage((territory, parent) =>
                $"the typed code of a territory of a larger kind than {territory.Kind} (/territories){Near(parent, references)}")
            .WithState((_, parent) => references.FindTerritory(parent) is null ? Reference.ToTerritory(parent) : null!);
        RuleFor(territory => territory.Parents)
            .Must((territory, parents) => territory.Kind is not Former || parents is [{ } present] && IsCommune(present))
            .WithMessage("the one commune of which the former commune is part now");
        RuleFor(territory => territory.Parents).NoneTwice();
    }

    private void Identify()
    {
        RuleForEach(territory => territory.ExactMatches).AbsoluteIri();
        RuleFor(territory => territory.ExactMatches).NoneTwice();
        RuleForEach(territory => territory.FormerCodes)
            .Must((territory, code) => code is null || TerritoryCodes.IsCode(territory.Kind, code))
            .WithMessage((territory, _) => $"an official code of the kind {territory.Kind}");
        RuleFor(territory => territory.FormerCodes).NoneTwice();
    }

    private static bool IsCommune(string id) => id.StartsWith("commune:", StringComparison.Ordinal);

    private static string Near(string parent, IReferences references) =>
        references.FindTerritory(parent) is null ? Codes.Near(parent, references) : "";

    private static bool IsParent(Territory territory, string parent, IReferences references) =>
        references.FindTerritory(parent) is { } found && TerritoryCodes.IsLarger(found.Kind, territory.Kind);

    [GeneratedRegex(@"^[0-9]{5}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Postcode { get; }
}
