namespace DataCatalog.Index.Columns;

/// <summary>The codes of one facet, numbered in the order of their first use. Immutable: further codes make another list.</summary>
internal sealed class CodeList
{
    public static readonly CodeList Empty = new([], new Dictionary<string, int>(StringComparer.Ordinal));

    private readonly string[] _codes;
    private readonly Dictionary<string, int> _numbers;

    private CodeList(string[] codes, Dictionary<string, int> numbers) => (_codes, _numbers) = (codes, numbers);

    public int Count => _codes.Length;

    public string this[int number] => _codes[number];

    public int? Find(string code) => _numbers.TryGetValue(code, out var number) ? number : null;

    /// <summary>Numbers further codes, and keeps the numbers of an existing list.</summary>
    public sealed class Builder(CodeList from)
    {
        private readonly List<string> _added = [];
        private Dictionary<string, int>? _numbers;

        public int NumberOf(string code)
        {
            if ((_numbers ?? from._numbers).TryGetValue(code, out var number))
            {
                return number;
            }

            _numbers ??= new Dictionary<string, int>(from._numbers, StringComparer.Ordinal);
            number = _numbers.Count;
            _numbers.Add(code, number);
            _added.Add(code);
            return number;
        }

        public CodeList ToList() => _numbers is null ? from : new CodeList([.. from._codes, .. _added], _numbers);
    }
}
