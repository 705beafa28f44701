using DataCatalog.Dcat.Records;
using DataCatalog.Obligations.Judging;
using DataCatalog.Territories;

namespace DataCatalog.Obligations;

/// <summary>What an answer about duties is about.</summary>
/// <param name="Named">The territory, with the map in which it was found.</param>
/// <param name="Statements">What the request says about its authority.</param>
/// <param name="Competence">The only competence, or group of competences, of the answer; null for all.</param>
internal sealed record Subject(NamedTerritory Named, Statements Statements, Concept? Competence)
{
    public Territory Territory => Named.Entry.Record;

    /// <summary>Whether the answer includes a competence, by itself or by its group.</summary>
    public bool Includes(Concept competence) => Competence is null
        || string.Equals(competence.Code, Competence.Code, StringComparison.Ordinal)
        || string.Equals(competence.Broader, Competence.Code, StringComparison.Ordinal);
}
