using System.Collections.Frozen;
using System.Globalization;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Territories;

/// <summary>The facts of all places, one array per fact, which take a fraction of the memory of 40,000 objects.</summary>
internal sealed class PlaceColumns
{
    private const int Unknown = -1;
    private const int BoxSides = 4;
    private const decimal BoxUnit = 10_000_000m;

    private static readonly int[] NoBox = [int.MinValue, 0, 0, 0];
    private static readonly string[] KindNames = [.. Territory.Kinds];
    private static readonly string?[] LegalForms = [null, .. Territory.LegalForms];

    private readonly string[] _ids;
    private readonly byte[] _kinds;
    private readonly string[] _names;
    private readonly int[] _populations;
    private readonly int[] _sirens;
    private readonly int[] _boxes;
    private readonly byte[] _legalForms;

    /// <summary>Creates the columns from rows.</summary>
    /// <param name="territories">
    /// The present territories in the ordinal order of their ids; their positions in this order are their numbers.
    /// </param>
    public PlaceColumns(IEnumerable<PlaceRow> territories)
    {
        var rows = new Rows();
        foreach (var territory in territories)
        {
            rows.Add(territory);
        }

        _ids = [.. rows.Ids];
        _kinds = [.. rows.Kinds];
        _names = [.. rows.Names];
        _populations = [.. rows.Populations];
        _sirens = [.. rows.Sirens];
        _boxes = [.. rows.Boxes];
        _legalForms = [.. rows.LegalForms];
        Postcodes = NumberLists.Of(rows.Postcodes);
        Parents = NumberLists.Of(rows.ParentNumbers());
        OldIds = rows.OldIds.ToLookup(old => old.Id, old => old.Place, StringComparer.Ordinal);
        Nameless = rows.Nameless;
        ByOfficialIri = rows.OfficialIris.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public int Count => _ids.Length;

    public IReadOnlyList<string> Ids => _ids;

    public IReadOnlyList<string> Names => _names;

    public byte[] Kinds => _kinds;

    /// <summary>The number of inhabitants of each place; -1 when it is unknown.</summary>
    public int[] Populations => _populations;

    public NumberLists Postcodes { get; }

    public NumberLists Parents { get; }

    /// <summary>The places by their old official codes, as typed ids.</summary>
    public ILookup<string, int> OldIds { get; }

    /// <summary>The places without a real name: their name only repeats their code.</summary>
    public IReadOnlySet<int> Nameless { get; }

    /// <summary>
    /// The places by the keys of their official IRIs (<see cref="AddressKey"/>), without those that INSEE makes of the code.
    /// </summary>
    public FrozenDictionary<string, int> ByOfficialIri { get; }

    public Place this[int number] => new(
        _ids[number],
        KindOf(number),
        CodeOf(number),
        _names[number],
        _populations[number] is Unknown ? null : _populations[number],
        _sirens[number] is Unknown ? null : _sirens[number].ToString("D9", CultureInfo.InvariantCulture),
        [.. Postcodes[number].ToArray().Select(postcode => postcode.ToString("D5", CultureInfo.InvariantCulture))],
        Parents[number].ToArray(),
        BoxOf(number));

    public string KindOf(int number) => KindNames[_kinds[number]];

    public string? LegalFormOf(int number) => LegalForms[_legalForms[number]];

    public string CodeOf(int number) => _ids[number][(KindOf(number).Length + 1)..];

    public int? NumberOf(string id) => Array.BinarySearch(_ids, id, StringComparer.Ordinal) is >= 0 and var number ? number : null;

    /// <summary>Lists the numbers of the places whose id begins with a text; they are consecutive.</summary>
    public IEnumerable<int> BeginningWith(string text)
    {
        var first = Array.BinarySearch(_ids, text, StringComparer.Ordinal);
        first = first < 0 ? ~first : first;
        for (var number = first; number < Count && _ids[number].StartsWith(text, StringComparison.Ordinal); number++)
        {
            yield return number;
        }
    }

    public IEnumerable<int> WithSiren(int siren)
    {
        for (var number = Array.IndexOf(_sirens, siren); number >= 0; number = Array.IndexOf(_sirens, siren, number + 1))
        {
            yield return number;
        }
    }

    public BoundingBox? BoxOf(int number)
    {
        var sides = _boxes.AsSpan(number * BoxSides, BoxSides);
        return sides[0] is int.MinValue ? null : new(sides[0] / BoxUnit, sides[1] / BoxUnit, sides[2] / BoxUnit, sides[3] / BoxUnit);
    }

    /// <summary>The columns while rows are added.</summary>
    private sealed class Rows
    {
        public List<string> Ids { get; } = [];

        public List<byte> Kinds { get; } = [];

        public List<string> Names { get; } = [];

        public List<int> Populations { get; } = [];

        public List<int> Sirens { get; } = [];

        public List<int> Boxes { get; } = [];

        public List<byte> LegalForms { get; } = [];

        public List<int[]> Postcodes { get; } = [];

        public List<string[]> Parents { get; } = [];

        public List<(string Id, int Place)> OldIds { get; } = [];

        public HashSet<int> Nameless { get; } = [];

        public Dictionary<string, int> OfficialIris { get; } = new(StringComparer.Ordinal);

        public void Add(PlaceRow row)
        {
            var kind = row.Id[..row.Id.IndexOf(':', StringComparison.Ordinal)];
            OldIds.AddRange(row.FormerCodes.Select(code => ($"{kind}:{code}", Ids.Count)));
            if (row.FormerStatus is "ancien-code" && row.Name.EndsWith(row.Id[^5..], StringComparison.Ordinal))
            {
                Nameless.Add(Ids.Count);
            }

            var insee = TerritoryKeys.InseeKey(row.Id);
            var keys = row.ExactMatches.Select(AddressKey.Of).OfType<string>();
            foreach (var key in keys.Where(key => !string.Equals(key, insee, StringComparison.Ordinal)))
            {
                OfficialIris.TryAdd(key, Ids.Count);
            }

            Ids.Add(row.Id);
            Kinds.Add((byte)Array.IndexOf(KindNames, kind));
            Names.Add(row.Name);
            Populations.Add(row.Population ?? Unknown);
            Sirens.Add(row.Siren is null ? Unknown : Number(row.Siren));
            Boxes.AddRange(row.Box is null ? NoBox : Array.ConvertAll(row.Box, side => (int)Math.Round(side * (double)BoxUnit)));
            LegalForms.Add((byte)Math.Max(0, Array.IndexOf(PlaceColumns.LegalForms, row.LegalForm)));
            Postcodes.Add([.. row.Postcodes.Select(Number)]);
            Parents.Add(row.Parents);
        }

        /// <summary>Lists the numbers of the parents of each place.</summary>
        /// <exception cref="KeyNotFoundException">A parent is not among the rows: the database is damaged.</exception>
        public List<int[]> ParentNumbers()
        {
            var numbers = new Dictionary<string, int>(Ids.Select((id, number) => KeyValuePair.Create(id, number)), StringComparer.Ordinal);
            return [.. Parents.Select(ids => Array.ConvertAll(ids, id => numbers[id]))];
        }

        private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
