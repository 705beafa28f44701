using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>What a territory must be. Parents are of a larger kind, so no territory contains itself.</summary>
public sealed partial class TerritoryValidator : AbstractValidator<Territory>
{
    public TerritoryValidator(IReferences references)
    {
        RuleFor(territory => territory.Kind).OneOf(Territory.Kinds);
        RuleFor(territory => territory.Code)
            .Must((territory, code) => TerritoryCodes.IsCode(territory.Kind, code))
            .WithMessage((territory, _) => $"an official code of the kind {territory.Kind}");
        RuleFor(territory => territory.Name).PlainText();
        RuleFor(territory => territory.FormerStatus).OneOf(Territory.FormerStatuses);
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
            .WithMessage((territory, _) => $"the typed code of a territory of a larger kind than {territory.Kind} (/territories)");
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

    private static bool IsParent(Territory territory, string parent, IReferences references) =>
        references.FindTerritory(parent) is { } found && TerritoryCodes.IsLarger(found.Kind, territory.Kind);

    [GeneratedRegex(@"^[0-9]{5}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Postcode { get; }
}
