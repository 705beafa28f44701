using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Obligations.Judging;
using DataCatalog.Obligations.Rules;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations;

/// <summary>Reads requests about the duties of a territory.</summary>
internal sealed class DutyQuestions(
    Documents documents, TerritoryAddresses addresses, TerritoryIndexes indexes, References references, ParisDay day)
{
    /// <summary>Begins a question; its version is that of the catalogue before anything else is read.</summary>
    public DutyQuestion Begin() => new(documents.Version, day.Today, addresses, indexes, references);
}

/// <summary>One request about the duties of a territory.</summary>
/// <param name="contents">The version of the catalogue's contents.</param>
/// <param name="today">The day of the answer, in Paris.</param>
/// <param name="addresses">The territories of addresses.</param>
/// <param name="indexes">The territories.</param>
/// <param name="references">The vocabularies.</param>
internal sealed class DutyQuestion(
    string contents, DateOnly today, TerritoryAddresses addresses, TerritoryIndexes indexes, References references)
{
    private readonly ParameterReader _parameters = new();

    public DateOnly Today => today;

    /// <summary>The version of an answer about no territory.</summary>
    public string Contents => contents;

    /// <summary>The version of the answer: it changes with the catalogue and with the day.</summary>
    public string Version => $"{contents} {today:O}";

    /// <summary>The parameters that were read, as a query for links.</summary>
    public string Query => _parameters.Query;

    /// <summary>Reads the parameters, then the territory.</summary>
    /// <param name="id">The typed code of the territory.</param>
    /// <param name="competence">The competence to which the answer is limited; null for all.</param>
    /// <param name="statements">What the request says about the authority.</param>
    /// <param name="subject">What the answer is about; only valid when there is no problem.</param>
    /// <returns>The first problem, or null.</returns>
    public ProblemHttpResult? Read(string id, string? competence, StatementQuery statements, out Subject subject)
    {
        var known = references.Current;
        var said = Statements.None;
        NamedTerritory named = null!;
        var fault = _parameters.Codes("competence", competence is null ? null : [competence], Schemes.Competences, known, out var codes)
            ?? statements.Read(_parameters, known, out said)
            ?? addresses.Read(id, out named);
        subject = new Subject(named, said, codes is [var code] ? known.FindConcept(Schemes.Competences, code) : null);
        return fault;
    }

    /// <summary>Reads the filters of a list of rules, and its territory.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="filter">The filters; only valid when there is no problem.</param>
    /// <param name="subject">What the answers are about; null for no territory.</param>
    /// <returns>The first problem, or null.</returns>
    public ProblemHttpResult? Read(RuleQuery query, out RuleFilter filter, out Subject? subject)
    {
        var fault = RuleFilter.Read(_parameters, query, references.Current, out filter);
        subject = null;
        return fault ?? Read(query.Territory, query, out subject);
    }

    /// <summary>Reads the territory of rules, and what the request says of its authority.</summary>
    /// <param name="territory">The typed code; null for no territory.</param>
    /// <param name="statements">What the request says.</param>
    /// <param name="subject">What the answer is about; null for no territory.</param>
    /// <returns>The first problem, or null.</returns>
    public ProblemHttpResult? Read(string? territory, StatementQuery statements, out Subject? subject)
    {
        subject = null;
        var said = Statements.None;
        if ((_parameters.Territory("territory", territory, indexes, out var place)
            ?? statements.Read(_parameters, references.Current, out said)) is { } fault)
        {
            return fault;
        }

        if (place is not var (places, _))
        {
            return said.Parameters.Any() ? RuleFilter.NeedsTerritory(said.Parameters.First().Split('=')[0]) : null;
        }

        var problem = addresses.Read(places.IdsMeant(territory!)[0], out var named);
        subject = problem is null ? new Subject(named, said, Competence: null) : null;
        return problem;
    }
}
