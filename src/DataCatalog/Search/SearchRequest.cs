using System.ComponentModel.DataAnnotations;
using DataCatalog.Dcat.Records;
using DataCatalog.OpenApi;
using DataCatalog.Search.Answers;
using DataCatalog.Search.Text;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Search;

/// <summary>What a request for datasets may ask. A filter given several times takes any of its values; several filters narrow each other.</summary>
internal sealed record SearchRequest
{
    /// <summary>What is known of the values of its parameters, for the description.</summary>
    public static readonly object[] Sets =
    [
        new ClosedSet("sort", QuestionReader.Sorts), new ClosedSet("view", AnswerForm.Views), new FirstValue("view", AnswerForm.Summary), new ClosedSet("match", QuestionReader.Matches), new ClosedSet("facets", QuestionReader.Countable),
        new CodesOf("access", Schemes.AccessRegimes), new CodesOf("personalData", Schemes.PersonalData), new CodesOf("relation", Schemes.Relations),
    ];

    /// <summary>Words to look for, at most 500 characters.</summary>
    /// <example>eau potable</example>
    [FromQuery(Name = "q"), MaxLength(TextQuery.Longest)]
    public string? Q { get; init; }

    /// <summary>
    /// `summary`: of each dataset what a list of hits needs: identifier, title, publisher, licence, access, formats, and why it matched. JSON, JSON Lines and CSV only; the
    /// whole dataset unless given.
    /// </summary>
    /// <example>summary</example>
    [FromQuery(Name = "view")]
    public string? View { get; init; }

    /// <summary>
    /// Of each dataset only these, with commas: keys of a dataset in JSON and JSON Lines, `formats` and `match` among them; columns in CSV. `id` (in CSV `address`) is
    /// always there. An unknown name: 400 with the list.
    /// </summary>
    /// <example>title,publisher,formats</example>
    [FromQuery(Name = "fields"), MaxLength(AnswerForm.LongestFields)]
    public string? Fields { get; init; }

    /// <summary>Only these themes: codes of `/vocabularies/themes`.</summary>
    /// <example>["ENVI"]</example>
    [FromQuery(Name = "theme")]
    public string[]? Theme { get; init; }

    /// <summary>Only these competences: codes of `/vocabularies/competences`. A group includes its members.</summary>
    /// <example>["eau-potable"]</example>
    [FromQuery(Name = "competence")]
    public string[]? Competence { get; init; }

    /// <summary>Only what these publish: identifiers of `/agents`.</summary>
    /// <example>["ign"]</example>
    [FromQuery(Name = "publisher")]
    public string[]? Publisher { get; init; }

    /// <summary>Only these kinds of publisher: codes of `/vocabularies/producer-kinds`.</summary>
    /// <example>["etat"]</example>
    [FromQuery(Name = "publisherKind")]
    public string[]? PublisherKind { get; init; }

    /// <summary>Only these licences, of the dataset or of one of its files: codes of `/vocabularies/licences`.</summary>
    /// <example>["lov2"]</example>
    [FromQuery(Name = "licence")]
    public string[]? Licence { get; init; }

    /// <summary>Only with a file in one of these formats: codes of `/vocabularies/file-types`.</summary>
    /// <example>["CSV"]</example>
    [FromQuery(Name = "format")]
    public string[]? Format { get; init; }

    /// <summary>Only these access regimes: codes of `/vocabularies/access-regimes`.</summary>
    /// <example>["open"]</example>
    [FromQuery(Name = "access")]
    public string[]? Access { get; init; }

    /// <summary>Only this status of personal data: codes of `/vocabularies/personal-data`.</summary>
    /// <example>["none"]</example>
    [FromQuery(Name = "personalData")]
    public string[]? PersonalData { get; init; }

    /// <summary>Only this granularity: codes of `/vocabularies/granularities`.</summary>
    /// <example>["commune"]</example>
    [FromQuery(Name = "granularity")]
    public string[]? Granularity { get; init; }

    /// <summary>Only these frequencies of update: codes of `/vocabularies/frequencies`.</summary>
    /// <example>["ANNUAL"]</example>
    [FromQuery(Name = "frequency")]
    public string[]? Frequency { get; init; }

    /// <summary>`true`: only high-value datasets (Regulation (EU) 2023/138); `false`: only the others; or codes of `/vocabularies/hvd-categories`.</summary>
    /// <example>["true"]</example>
    [FromQuery(Name = "hvd")]
    public string[]? Hvd { get; init; }

    /// <summary>Only this relation to local authorities: codes of `/vocabularies/relations`.</summary>
    /// <example>["useful-to"]</example>
    [FromQuery(Name = "relation")]
    public string[]? Relation { get; init; }

    /// <summary>Only what follows one of these schemas: codes of `/vocabularies/standards`.</summary>
    /// <example>["scdl-deliberations"]</example>
    [FromQuery(Name = "conformsTo")]
    public string[]? ConformsTo { get; init; }

    /// <summary>Only data on these territories, as `match` means it: typed codes; an old one stands for the present commune.</summary>
    /// <example>["commune:35238"]</example>
    [FromQuery(Name = "territory")]
    public string[]? Territory { get; init; }

    /// <summary>`covers` (unless given): data that cover the whole territory, of itself or of a larger one; `within`: data on it or on parts of it; `exact`: data that name it. A grouping (EPCI, EPT) is covered by data on each of its communes, or départements, too.</summary>
    /// <example>covers</example>
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    /// <summary>Only data on territories whose box meets this one: west,south,east,north in degrees (WGS 84).</summary>
    /// <example>-1.8,48.0,-1.5,48.2</example>
    [FromQuery(Name = "bbox")]
    public string? BoundingBox { get; init; }

    /// <summary>Only data on a period that meets this one: `2024`, `2024-01/2024-06`, `2020/..`. Data of unknown period are left out.</summary>
    /// <example>2020/..</example>
    [FromQuery(Name = "temporal")]
    public string? Temporal { get; init; }

    /// <summary>Only entries that this server has created or changed since: a day, or an instant with its offset. A change of a publisher or a label does not count.</summary>
    /// <example>2026-11-24T03:00:00Z</example>
    [FromQuery(Name = "modifiedSince")]
    public string? ModifiedSince { get; init; }

    /// <summary>`true`: only what an API gives access to; `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "hasApi")]
    public bool? HasApi { get; init; }

    /// <summary>`true`: only datasets whose licence is known; `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "licenceKnown")]
    public bool? LicenceKnown { get; init; }

    /// <summary>`true`: only what is older than its frequency promises; `false`: only what is known to be in time. Where the last version or the frequency is not known, neither.</summary>
    /// <example>true</example>
    [FromQuery(Name = "overdue")]
    public bool? Overdue { get; init; }

    /// <summary>`relevance` (with `q`, unless given), `modified` (the last change here first; unless given for Atom), `title`. Otherwise by identifier.</summary>
    /// <example>relevance</example>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>What to count: names of filters, or `all`. At most 50 values each, the most frequent first. A filter's counts are those without that filter itself.</summary>
    /// <example>["theme"]</example>
    [FromQuery(Name = "facets")]
    public string[]? Facets { get; init; }

    /// <summary>Where to go on: taken from `next` or `previous`, with the same question.</summary>
    /// <example>djEKaWQKPgo</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The page, from 1, for people; past the last one: 404. Programs follow `next`.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>Datasets on a page: 20 unless given, at most 100 (settings of this service); in CSV and JSON Lines 1000 unless given, and at most. More: 400.</summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize"), Range(1, SearchPages.MaxRows)]
    public int? PageSize { get; init; }

    /// <summary>CSV only: `semicolon` parts the cells as a French spreadsheet expects it, and begins with a byte order mark unless `bom=false`; `comma` otherwise.</summary>
    /// <example>semicolon</example>
    [FromQuery(Name = "separator")]
    public string? Separator { get; init; }

    /// <summary>CSV only: begin with a byte order mark, which some spreadsheets need to read accents.</summary>
    /// <example>true</example>
    [FromQuery(Name = "bom")]
    public bool? Bom { get; init; }
}
