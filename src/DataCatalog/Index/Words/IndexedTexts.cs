using System.Data.Common;
using System.Text;

namespace DataCatalog.Index.Words;

/// <summary>Reads the texts of the index and packs them.</summary>
/// <param name="connection">A connection for reading.</param>
/// <param name="terms">Numbers the terms.</param>
internal sealed class IndexedTexts(DbConnection connection, TermBook.Builder terms)
{
    private readonly List<byte> _text = [];
    private char[] _characters = new char[1_024];

    /// <summary>Reads all texts; returns them packed, by row number.</summary>
    public byte[]?[] All()
    {
        var texts = new List<byte[]?>();
        Read(numbers: null, (number, text) =>
        {
            while (texts.Count < number)
            {
                texts.Add(null);
            }

            texts.Add(text);
        });
        return [.. texts];
    }

    /// <summary>Reads the texts of some rows; returns them packed, by row number.</summary>
    public Dictionary<int, byte[]> Of(IReadOnlyList<int> numbers)
    {
        var texts = new Dictionary<int, byte[]>();
        Read(numbers, texts.Add);
        return texts;
    }

    private void Read(IReadOnlyList<int>? numbers, Action<int, byte[]> found) =>
        TextIndex.Of(connection).Read(connection, numbers, (number, column, text) =>
        {
            Add(text);
            PackedText.EndColumn(_text);
            if (column == PackedText.Columns - 1)
            {
                found(number, [.. _text]);
                _text.Clear();
            }
        });

    private void Add(ReadOnlySpan<byte> utf8)
    {
        if (_characters.Length < utf8.Length)
        {
            _characters = new char[utf8.Length * 2];
        }

        var characters = _characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, _characters));
        foreach (var term in characters.Split(' '))
        {
            if (!characters[term].IsEmpty)
            {
                PackedText.AddTerm(_text, terms.NumberOf(characters[term]));
            }
        }
    }
}
