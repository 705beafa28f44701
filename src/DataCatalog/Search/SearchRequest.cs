using System.ComponentModel.DataAnnotations;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Index.Text;
using DataCatalog.OpenApi;
using DataCatalog.Search.Answers;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Search;

/// <summary>The query parameters of a request for datasets. An answer matches at least one value of each filter.</summary>
internal sealed record SearchRequest
{
    /// <summary>The allowed values of the parameters, for the OpenAPI description, and the one that is a flag among others.</summary>
    public static readonly object[] Sets =
    [
        new ClosedSet("sort", QuestionReader.Sorts), new ClosedSet("view", AnswerForm.Views), new FirstValue("view", AnswerForm.Summary),
        new ClosedSet("match", QuestionReader.Matches), new ClosedSet("facets", QuestionReader.Countable),
        new QueryGate.AlsoFlag("hvd"),
        new CodesOf("access", Schemes.AccessRegimes), new CodesOf("personalData", Schemes.PersonalData),
        new CodesOf("relation", Schemes.Relations),
    ];

    /// <summary>
    /// The words to search for, at most 500 characters. A place among them (`eau potable rennes`, `44000`) is read as the territory
    /// (`understoodAs`), unless `territory` is given.
    /// </summary>
    /// <example>eau potable</example>
    [FromQuery(Name = "q"), MaxLength(TextQuery.MaxLength)]
    public string? Q { get; init; }

    /// <summary>
    /// `summary`: only what a list of results shows of a dataset: identifier, title, publisher, licence, access, formats, and why it
    /// matches. JSON, JSON Lines and CSV only. Default: the whole dataset.
    /// </summary>
    /// <example>summary</example>
    [FromQuery(Name = "view")]
    public string? View { get; init; }

    /// <summary>
    /// The fields to show of each dataset, separated by commas: keys in JSON and JSON Lines, also `formats` and `match`; columns in CSV.
    /// `id` (in CSV `address`) is always there. An unknown name: 400 with the list.
    /// </summary>
    /// <example>title,publisher,formats</example>
    [FromQuery(Name = "fields"), MaxLength(AnswerForm.MaxFieldsLength)]
    public string? Fields { get; init; }

    /// <summary>
    /// Only these datasets: identifiers here or on another platform, or addresses of their pages (`https://www.data.gouv.fr/datasets/…`).
    /// One that no dataset has gives an empty list. At most 500 characters.
    /// </summary>
    /// <example>["qualite-eau-robinet"]</example>
    [FromQuery(Name = "identifier")]
    public string[]? Identifier { get; init; }

    /// <summary>Only these themes: codes of `/vocabularies/themes`.</summary>
    /// <example>["ENVI"]</example>
    [FromQuery(Name = "theme")]
    public string[]? Theme { get; init; }

    /// <summary>Only these competences: codes of `/vocabularies/competences`. A group includes its members.</summary>
    /// <example>["eau-potable"]</example>
    [FromQuery(Name = "competence")]
    public string[]? Competence { get; init; }

    /// <summary>Only datasets of these publishers: identifiers of `/agents`.</summary>
    /// <example>["ign"]</example>
    [FromQuery(Name = "publisher")]
    public string[]? Publisher { get; init; }

    /// <summary>Only these kinds of publisher: codes of `/vocabularies/producer-kinds`.</summary>
    /// <example>["etat"]</example>
    [FromQuery(Name = "publisherKind")]
    public string[]? PublisherKind { get; init; }

    /// <summary>Only these licences of the dataset or of one of its files: codes of `/vocabularies/licences`.</summary>
    /// <example>["lov2"]</example>
    [FromQuery(Name = "licence")]
    public string[]? Licence { get; init; }

    /// <summary>Only datasets with a file in one of these formats: codes of `/vocabularies/file-types`.</summary>
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

    /// <summary>
    /// `true`: only high-value datasets (Regulation (EU) 2023/138); `false`: only the others; or codes of `/vocabularies/hvd-categories`.
    /// Without a value: `true`.
    /// </summary>
    /// <example>["true"]</example>
    [FromQuery(Name = "hvd")]
    public string[]? Hvd { get; init; }

    /// <summary>Only this relation to local authorities: codes of `/vocabularies/relations`.</summary>
    /// <example>["useful-to"]</example>
    [FromQuery(Name = "relation")]
    public string[]? Relation { get; init; }

    /// <summary>Only datasets that follow one of these schemas: codes of `/vocabularies/standards`.</summary>
    /// <example>["scdl-deliberations"]</example>
    [FromQuery(Name = "conformsTo")]
    public string[]? ConformsTo { get; init; }

    /// <summary>
    /// Only data on these territories, related as `match` says: typed codes or IRIs; an old code stands for the present commune.
    /// </summary>
    /// <example>["commune:35238"]</example>
    [FromQuery(Name = "territory")]
    public string[]? Territory { get; init; }

    /// <summary>
    /// `covers` (default): data on the territory or on a larger one that contains it; `within`: data on it or on parts of it; `exact`: data
    /// that name it. Data on each of its communes, or on its départements, also cover a grouping (EPCI, EPT). Exceptions
    /// (`spatialExcept`) are left out; what is not known is included, as `notKnown`.
    /// </summary>
    /// <example>covers</example>
    [FromQuery(Name = "match")]
    public string? Match { get; init; }

    /// <summary>
    /// Only data on territories whose box intersects this one: west,south,east,north in degrees (WGS 84). Exceptions do not count.
    /// Numbers in another order are refused with the right one.
    /// </summary>
    /// <example>-1.8,48.0,-1.5,48.2</example>
    [FromQuery(Name = "bbox")]
    public string? BoundingBox { get; init; }

    /// <summary>
    /// Only data whose period overlaps this one: `2024`, `2024-01/2024-06`, `2020/..`. Data of unknown period are left out.
    /// </summary>
    /// <example>2020/..</example>
    [FromQuery(Name = "temporal")]
    public string? Temporal { get; init; }

    /// <summary>
    /// Only entries that this server has created or changed since: a day, or an instant with its offset. A change of a publisher or a label
    /// does not count.
    /// </summary>
    /// <example>2026-11-24T03:00:00Z</example>
    [FromQuery(Name = "modifiedSince")]
    public string? ModifiedSince { get; init; }

    /// <summary>`true`: only datasets with an API; `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "hasApi")]
    public bool? HasApi { get; init; }

    /// <summary>`true`: only datasets whose licence is known; `false`: only the others.</summary>
    /// <example>true</example>
    [FromQuery(Name = "licenceKnown")]
    public bool? LicenceKnown { get; init; }

    /// <summary>
    /// `true`: only datasets whose next version is overdue by their frequency; `false`: only those known to be on time. A dataset whose
    /// last version or frequency is unknown is in neither.
    /// </summary>
    /// <example>true</example>
    [FromQuery(Name = "overdue")]
    public bool? Overdue { get; init; }

    /// <summary>`true`: the words are searched as they stand, and no place is read out of them.</summary>
    /// <example>true</example>
    [FromQuery(Name = "literal")]
    public bool? Literal { get; init; }

    /// <summary>
    /// `relevance` (default with `q`), `modified` (last change in this catalogue first; default for Atom), `title`. Without `sort`: by
    /// identifier.
    /// </summary>
    /// <example>relevance</example>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>
    /// The filters whose values are counted, or `all`. At most 50 values each, the most frequent first. The counts of a filter are made as
    /// if that filter were not given.
    /// </summary>
    /// <example>["theme"]</example>
    [FromQuery(Name = "facets")]
    public string[]? Facets { get; init; }

    /// <summary>The position in the list, taken from `next` or `previous`; it needs the same other parameters.</summary>
    /// <example>djEKaWQKPgo</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The page number, from 1, for people; past the last page: 404. Programs follow `next`.</summary>
    /// <example>1</example>
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    /// <summary>
    /// Datasets per page: default 20, at most 100 (settings of this service); in CSV and JSON Lines default and at most 1000. More: 400.
    /// </summary>
    /// <example>20</example>
    [FromQuery(Name = "pageSize"), Range(1, Lists.MaxRows)]
    public int? PageSize { get; init; }

    /// <summary>
    /// CSV only: `comma` (default), or `semicolon` for a French spreadsheet, which also adds a byte order mark unless `bom=false`.
    /// </summary>
    /// <example>semicolon</example>
    [FromQuery(Name = "separator")]
    public string? Separator { get; init; }

    /// <summary>CSV only: `true` adds a byte order mark, which some spreadsheets need to read accents.</summary>
    /// <example>true</example>
    [FromQuery(Name = "bom")]
    public bool? Bom { get; init; }
}
